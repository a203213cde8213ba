import type { Section } from '@ligature/orcid-model';
import type { ItemCause } from '@ligature/record-sync';
import type { ItemStanding } from '../components/item-standing.ts';

/** How an item stands; and what happens next and who acts, empty where nothing is left to be done. */
interface StandingWords {
  readonly state: string;
  readonly next: string;
}

/** English texts of the portal. The other languages have exactly the same members. */
export const en = {
  /** How dates are written. */
  locale: 'en-GB',
  languageName: 'English',
  skipToContent: 'Skip to the content',
  language: 'Language',
  testEnvironment: 'Test environment: the iDs shown here are not real, and nothing reaches orcid.org.',
  privacy: 'Privacy',
  peopleLink: 'ORCID iDs of our people',
  questions: (mail: string) => `Questions? Write to ${mail}.`,
  signOut: 'Sign out',
  signedInAs: (name: string) => `Signed in as ${name}`,

  home: {
    title: 'Connect your ORCID iD',
    lead: (institution: string) =>
      `${institution} keeps what it knows of your work on your ORCID® record up to date, so that you need not type it again.`,
    signIn: (institution: string) => `Sign in at ${institution}`,
    whatIsOrcid: 'What is ORCID?',
    orcidExplained:
      'An ORCID iD is a free, lasting identifier that tells you apart from everybody of the same name and stays with you when you change institution. It belongs to you alone.',
  },

  /** How we introduce ourselves to identity providers and in their user interfaces. */
  service: {
    name: (institution: string) => `ORCID at ${institution}`,
    description: (institution: string) =>
      `Connect your ORCID iD, so that ${institution} keeps its entries about you on your ORCID record correct.`,
  },

  /** What a section of a record is called, in the order in which they are shown. */
  sections: {
    employment: 'Employment',
    education: 'Education',
    qualification: 'Qualifications',
    'invited-position': 'Invited positions',
    distinction: 'Distinctions',
    membership: 'Memberships',
    service: 'Service',
    work: 'Works',
    funding: 'Funding',
    'peer-review': 'Peer review',
    'research-resource': 'Research resources',
    'researcher-url': 'Websites and social links',
    'external-identifier': 'Other identifiers',
    keyword: 'Keywords',
    'other-name': 'Other names',
    address: 'Countries',
  } satisfies Readonly<Record<Section, string>>,

  discovery: {
    title: 'Where do you sign in?',
    lead: 'Choose the organisation whose account you use. You sign in there; we never see your password.',
    search: 'Name, place or domain',
    button: 'Search',
    results: 'Organisations',
    none: 'No organisation has all of these words in its name. Try fewer, or the domain of its e-mail addresses.',
    last: 'You signed in here last time',
    forget: 'Forget this choice',
    more: 'More organisations',
    all: 'Show all',
  },

  connect: {
    title: 'Connect your ORCID iD',
    youAre: (name: string) => `You are signed in as ${name}.`,
    notYou: 'If this is not you, please sign out now.',
    why: (institution: string) => `Why connect with ${institution}?`,
    whyText: (institution: string) =>
      `Funders and publishers trust an affiliation that the institution itself has confirmed. ${institution} will add yours, correct it, and put an end date on it when you leave, without your help.`,
    reads: 'What we read',
    readsText:
      'Your iD, your name as ORCID shows it, and the entries that you share with everyone or with trusted parties.',
    writes: 'What we write',
    writesText: (institution: string, sections: string) =>
      `What ${institution} knows of you in these sections of your record: ${sections}. Of affiliations such as a job: organisation, department, role, start and end. We change only what we added ourselves, and never an entry of yours.`,
    shows: 'What we show',
    showsText: 'Your name and your iD appear on our public list of ORCID iDs, as long as you are connected.',
    stays: 'Your choice',
    staysText:
      'ORCID will ask you to sign in there and to allow this. Then, unless it is the iD you are connected by, we show it to you and ask whether it is yours; nothing is written before. You may refuse, and you may disconnect here or at ORCID at any time.',
    button: 'Create or Connect your ORCID iD',
    preview: {
      today: 'What we would write today',
      todayText: 'With your permission we would write this to your record today:',
      nothing: (institution: string) =>
        `Nothing would be written today: ${institution} states nothing of you today that belongs on your record. If that is wrong, please tell us.`,
      ends: 'An end date is added when the last day is over.',
      before:
        'You have been connected before: what is on your record already is not written a second time, and what you took off it stays off.',
      later: 'What we would write later',
      laterText: 'This begins later. We would write it on the day on which it begins:',
      others: (count: number) => `Show the others (${count})`,
    },
  },

  confirm: {
    title: 'Is this your ORCID iD?',
    lead: 'ORCID has told us who is signed in there in this browser. Please see whether that is you.',
    account: (institution: string) => `Your account at ${institution}`,
    orcid: 'The ORCID iD that came back',
    differs:
      'The two names have nothing in common. That can be right, for instance when a name has changed. But if somebody else used this browser before you, this may be their iD.',
    nothingYet: (until: string) =>
      `By this permission we have read and written nothing yet. If you do not answer by ${until}, ORCID is told to end it.`,
    yes: 'Yes, connect my iD',
    no: 'Do not connect',
    notYours: 'This is not your iD?',
    notYoursText:
      'Then we give the permission back, and ORCID asks who you are. Sign in there with your own account, or register.',
    signInAgain: 'Sign in at ORCID as somebody else',
    signOutHint:
      'Should ORCID not ask you, sign out there first; a new tab opens, in which you see a line of technical text.',
    signOut: 'Sign out at ORCID',
    notConfirmed: {
      title: 'No iD was connected',
      text: 'By this attempt nothing was connected or written. If ORCID gave us a permission for it, ORCID is told to end that. You can connect at any time.',
    },
  },

  denied: {
    title: 'You did not connect your ORCID iD',
    text: (institution: string) =>
      `You chose not to share your ORCID iD with ${institution}. This time ORCID gave us neither an iD nor a permission, and nothing was written. Of this attempt we keep only that you refused, and when.`,
    earlierTitle: 'You gave no new permission',
    earlierText: (institution: string) =>
      `You did not give ${institution} a new permission at ORCID. Your connection, and what you had permitted before, are as they were.`,
    stillConnected: 'You are still connected with this iD:',
    stillStands: 'Your refusal has changed nothing on your record. “My connection” shows how each entry stands.',
    offer: (institution: string) =>
      `ORCID gives you a free, lasting identifier. With your permission ${institution} would keep its entries about you on your record correct. You can connect at any time:`,
  },

  connection: {
    title: 'My connection',
    storedId: 'The ORCID iD that is stored here',
    connectedTitle: 'Your ORCID iD is connected',
    connectedSince: (date: string) => `Connected since ${date}.`,
    privateName: 'Your name is private at ORCID; we do not need it.',
    permissions: 'What you have permitted',
    permission: {
      read: 'Read what you share with trusted parties',
      writeActivities: 'Add and correct our entries about your activities: affiliations, works, funding and the like',
      writePerson: 'Add and correct our entries about you: links, identifiers, keywords and the like',
      onlyId: 'Know your iD, and nothing else',
    },
    refusal: {
      keyLostTitle: 'Our permission can no longer be used',
      keyLostText: (institution: string) =>
        `The key that kept it safe here was lost, so we can change nothing on your record. Please connect again; ${institution} then goes on with the same items.`,
      doubtedTitle: 'ORCID refuses our permission at the moment',
      doubtedText: (since: string) =>
        `ORCID has refused it since ${since}. It answers the same while a part of it is down, so by ourselves we conclude nothing yet: we ask again about every half hour, and write nothing until the answer is clear. If you took the permission back there, you need do nothing.`,
      ask: 'Ask ORCID now',
      askHint:
        'If ORCID refuses our permission twice now, we take it for ended, and this page then offers to connect again. We ask no more than once a minute.',
      asking: 'We are asking ORCID.',
      lockedTitle: 'Your record is locked at ORCID',
      lockedText: (since: string) =>
        `ORCID has told us so since ${since}. We look every day whether the record is open again, and then go on by ourselves. ORCID’s support can say why it is locked.`,
      deactivatedTitle: 'Your record is deactivated at ORCID',
      deactivatedText: (since: string, institution: string) =>
        `ORCID has told us so since ${since}. With the record ORCID ended our permission for good, so we write nothing. When you have reactivated the record, connect again, and ${institution} goes on with the same items.`,
      mergedTitle: 'Your record was merged into another',
      mergedText:
        'ORCID no longer accepts anything for this iD. Please connect the iD that you use now; it then takes the place of this one here.',
      mergedInto: 'ORCID names this iD:',
    },
    pausedProgress: 'Nothing is written at the moment; the top of this page says why.',
    lesser:
      'You permitted less than we asked for, so nothing is written to your record. You can connect again to allow it.',
    connectAgain: 'Connect again',
    items: 'What we write to your record',
    noItems: (institution: string) =>
      `${institution} has nothing to write to your record today. If that is wrong, please tell us.`,
    since: (start: string) => `since ${start}`,
    until: (start: string, end: string) => (start === '' ? `until ${end}` : `${start} to ${end}`),
    /** How an item stands, and what happens next. */
    standings: {
      present: { state: 'On your record', next: '' },
      creating: { state: 'Being written …', next: 'You need do nothing.' },
      updating: { state: 'Being changed …', next: 'You need do nothing.' },
      'removing-until-later': {
        state: 'By your institution’s data it begins later, so we are taking it off your record until then.',
        next: 'We write it again on the day on which it begins.',
      },
      removing: {
        state: 'No longer stated by the institution, so we are taking it off your record.',
        next: 'You need do nothing.',
      },
      'waiting-new': {
        state: 'Not on your record yet',
        next: 'We write it as soon as we can write to your record again. Why we cannot now, stands at the top of this page.',
      },
      'waiting-change': {
        state: 'On your record as it was; a change of it is yet to be written',
        next: 'We write it as soon as we can write to your record again. Why we cannot now, stands at the top of this page.',
      },
      'waiting-removal': {
        state: 'Still on your record, though your institution does not state it of today',
        next: 'We take it off as soon as we can write to your record again. Why we cannot now, stands at the top of this page.',
      },
      'held-change': {
        state: 'A change of it waits for somebody at the institution to approve it. Until then it stays as it is.',
        next: 'The institution decides; you need do nothing.',
      },
      'held-until-later': {
        state:
          'By your institution’s data it begins later. Taking it off your record until then waits for somebody there to approve it; until they do, it stays.',
        next: 'The institution decides; you need do nothing.',
      },
      'held-removal': {
        state:
          'No longer stated by the institution. Taking it off your record waits for somebody there to approve it; until then it stays.',
        next: 'The institution decides; you need do nothing.',
      },
      'rejected-change': {
        state: 'Somebody at the institution decided that a change of it is not to be written. It stays as it is.',
        next: 'Nothing more happens until the institution’s data change.',
      },
      'rejected-until-later': {
        state:
          'By your institution’s data it begins later. Somebody there decided that it stays on your record all the same.',
        next: 'Nothing more happens until the institution’s data change.',
      },
      'rejected-removal': {
        state: 'No longer stated by the institution. Somebody there decided that it stays on your record all the same.',
        next: 'Nothing more happens until the institution’s data change.',
      },
      unanswered: {
        state:
          'We sent ORCID a change of this entry, and no answer has reached us. We do not know yet how it stands on your record.',
        next: 'We look at your record before we send anything more about it; you need do nothing.',
      },
      'in-doubt': {
        state: 'We do not know yet whether this is on your record, because ORCID’s answer did not reach us.',
        next: 'We look before we write it; you need do nothing.',
      },
      missing: {
        state: 'ORCID did not list it when we last looked.',
        next: 'We look again before we conclude anything, and change nothing until then.',
      },
      'removed-by-owner': {
        state: 'It is no longer on your record, and it was not we who took it off.',
        next: 'We do not add it again unless you ask for it.',
      },
      'not-ours': {
        state:
          'On your record, but we can no longer change it: it was written under another registration of ours at ORCID.',
        next: 'We leave it as it is. If it is wrong, please write to us.',
      },
      'not-ours-over': {
        state:
          'On your record, though the institution does not state it of today. We cannot take it off: it was written under another registration of ours at ORCID.',
        next: 'We leave it as it is. You can remove it at ORCID, or write to us.',
      },
      'uncovered-new': {
        state: 'Not on your record: your permission does not cover this section.',
        next: 'We do not write it. Connect again if you want to allow it.',
      },
      'uncovered-present': {
        state: 'On your record, but your permission no longer covers this section.',
        next: 'We leave it as it is. Connect again if we are to keep it correct.',
      },
      'uncovered-over': {
        state:
          'On your record, though the institution does not state it of today. Your permission no longer covers this section.',
        next: 'We leave it as it is. You can remove it at ORCID, or connect again so that we take it off.',
      },
      'refused-new': {
        state: 'Not on your record: it could not be written as it is.',
        next: 'We do not send the same again. As soon as the institution has corrected its data, we try anew. “This is wrong” leads to those who look after them.',
      },
      'refused-change': {
        state: 'On your record as it was: a change of it could not be written.',
        next: 'We do not send the same again. As soon as the institution has corrected its data, we try anew. “This is wrong” leads to those who look after them.',
      },
      'blocked-new': {
        state: 'Not on your record: ORCID did not let us write it.',
        next: 'We try again by ourselves. If it stays so, please write to us.',
      },
      'blocked-change': {
        state: 'On your record as it was: ORCID did not let us change it.',
        next: 'We try again by ourselves. If it stays so, please write to us.',
      },
      'blocked-removal': {
        state:
          'Still on your record, though the institution does not state it of today: ORCID did not let us take it off.',
        next: 'We try again by ourselves. You can also remove it at ORCID.',
      },
      'same-stands': {
        state: 'The same is on your record already: the institution states it twice.',
        next: 'We do not write it a second time.',
      },
    } satisfies Readonly<Record<ItemStanding, StandingWords>>,
    causes: {
      'organization-unknown':
        'ORCID does not know the organisation by the identifier that the institution gives for it.',
      'organization-missing': 'The organisation is missing.',
      'place-missing': 'The city or the country of the organisation is missing.',
      'country-missing': 'The country of the organisation is missing.',
      'nothing-identifies': 'Neither the organisation nor the entry has an identifier that ORCID accepts.',
      'identifier-invalid': 'An identifier, such as a DOI or an ISSN, is missing or not valid.',
      'title-missing': 'The title is missing.',
      'date-invalid': 'A date does not exist in the calendar.',
      'start-missing': 'The start date is missing.',
      'end-before-start': 'The end lies before the start.',
      'amount-invalid': 'The amount of money is not a number that ORCID can read.',
      'word-unknown': 'A type, role, language, country or currency is none of those that ORCID has.',
      'form-invalid': 'Something in it does not have the form that ORCID requires.',
      'too-long': 'It is too long for ORCID.',
      'not-sent': 'It lacks something that ORCID requires, so we did not send it.',
      'record-full': 'Your record holds as many entries as ORCID allows.',
      'another-source': 'ORCID says that another source wrote this entry.',
      'not-covered': 'ORCID says that our permission does not cover it.',
      'record-unknown': 'ORCID said that it does not know the record or the entry.',
      other: 'The reason, in English as we got it:',
    } satisfies Readonly<Record<ItemCause, string>>,
    proposal: {
      stands: 'On your record:',
      due: 'To be written:',
      held: 'Waits for approval:',
      rejected: 'Not to be written, as the institution decided:',
      refused: 'Could not be written:',
      stated: 'What the institution states now:',
      onlyDetails: 'The two differ only in details that are not shown here, such as an identifier.',
    },
    unseen: 'What the entry says on your record we do not know; shown here is what the institution states.',
    wrong: {
      link: 'This is wrong',
      linkOf: (item: string) => `This is wrong: ${item}`,
      subject: (item: string) => `Wrong on my ORCID record: ${item}`,
      describe: 'What is wrong, and what would be right:',
      keep: 'Please leave these lines in, so that we find the entry:',
      row: (feed: string, person: string, row: string) =>
        `Data source: ${feed}; number of the person: ${person}; row: ${row}`,
    },
    reading: {
      title: 'What we read, and when',
      text: 'When we look at your record, we look for the entries that we wrote, to see whether they are still there. Of all other entries we keep nothing.',
      accepted: (moment: string) => `ORCID last accepted our permission on ${moment}.`,
      test: 'Test my connection',
      hint: 'We ask ORCID whether our permission still stands and whether our entries are there; if ORCID refuses it twice, we take it for ended. You can do this once a minute.',
      running: 'We are testing your connection.',
      late: 'The test that you began has not been done yet. We do it as soon as we can; you need not wait here.',
      answered: (moment: string) => `Tested on ${moment}: ORCID answered, and our permission stands.`,
      noResult: (moment: string) =>
        `The test on ${moment} came to no result, usually because ORCID was down or busy. We conclude nothing from it. Please try again later.`,
    },
    addAgain: 'Add it again',
    addAgainOf: (item: string) => `Add it again: ${item}`,
    putCode: (code: string) => `put-code ${code}`,
    putCodeWritten: (code: string, day: string) => `put-code ${code}, written on ${day}`,
    putCodeExplained:
      'A put-code is the number that ORCID gives an entry. By it we find our entry again; please name it if you write to us.',
    viewRecord: 'See your record at ORCID',
    refresh: 'Refresh',
    working: 'We are writing to your record.',
    byItself: 'This page shows the result by itself.',
    workDone: 'As far as we know, everything below is on your record.',
    partDone: (done: number, total: number) =>
      `Nothing is being written at the moment. On your record as the institution states it: ${done} of ${total}. Below, each entry says how it stands.`,
    later: 'It takes longer than usual. We go on by ourselves; you need not wait here.',
    disconnect: 'Disconnect',
    disconnectTitle: 'Disconnect your ORCID iD?',
    disconnectText: (institution: string) =>
      `${institution} forgets its permission and tells ORCID to end it. From the ORCID record with this iD we take nothing away: whatever we wrote on it, its owner can remove there. We no longer correct it, nor put an end date on a job.`,
    disconnectKeyLostText: (institution: string) =>
      `${institution} forgets its permission. It cannot tell ORCID to end it, because the key that kept it safe here was lost; you can take it back yourself at ORCID. From the ORCID record with this iD we take nothing away: whatever we wrote on it, its owner can remove there. We no longer correct it, nor put an end date on a job.`,
    keep: 'Keep the connection',
    disconnectedTitle: 'Your ORCID iD is disconnected',
    disconnectedText: 'We have forgotten the permission, and ORCID is being told to end it.',
    disconnectedKeyLostText:
      'We have forgotten the permission. We cannot tell ORCID to end it, because the key that kept it safe here was lost; you can take it back yourself at ORCID.',
    deactivatedTitle: 'Your permission ended with your ORCID record',
    deactivatedText: (institution: string) =>
      `ORCID says that your record is deactivated, and it ended our permission for good. When you have reactivated the record, connect again, and ${institution} goes on with the same items.`,
    staffEndedTitle: 'Your institution ended this connection',
    staffEndedText: (institution: string, isTakenOff: boolean) =>
      `Somebody who looks after ORCID iDs at ${institution} ended the connection of this iD with your account; usually that means that the iD is somebody else’s. ${isTakenOff ? 'What we had written to that record we take off as far as ORCID lets us, and then ORCID is told to end the permission.' : 'What we had written stays on that record, and ORCID is told to end the permission.'} You can connect your own iD at any time; if it was a mistake, please write to us.`,
    replacedTitle: 'Your connection is being renewed',
    replacedText: (institution: string) =>
      `${institution} now uses another registration at ORCID. Please connect again.`,
    revokedTitle: 'Your permission has ended',
    revokedText: (institution: string) =>
      `ORCID no longer accepts our permission; usually that means that it was taken back there. ${institution} can no longer correct its entries on your record. You can connect again at any time.`,
  },

  people: {
    title: 'ORCID iDs of our people',
    lead: (institution: string) =>
      `People of ${institution} who have connected their ORCID iD. Each iD was confirmed by its owner at ORCID.`,
    none: 'Nobody has connected an iD yet.',
    next: 'Next page',
    viewRecord: 'View ORCID record',
  },

  signedOut: {
    title: 'You are signed out',
    here: 'Your session here has ended.',
    next: (name: string) =>
      `We are now signing you out at ${name} too. Until it says so, you may still be signed in there.`,
    done: (name: string) => `${name} has signed you out as well.`,
    unknown: (name: string) =>
      `${name} has not told us that you are signed out there too. If others use this device, sign out there as well, or close the browser.`,
    goOn: (name: string) => `Sign out at ${name}`,
    toStart: 'Back to the start',
  },
  administration: {
    title: (institution: string) => `You administer ${institution}`,
    link: 'Administration',
    lead: 'Your institution’s sign-in gives you this view. Nothing can be changed here.',
    held: {
      title: 'Changes to records that wait for a decision',
      text: (changes: number, people: number, since: string) =>
        `Waiting since ${since}. Changes: ${changes}. People: ${people}. They would take more away from records in a day than is let through by itself, so nothing of it is written until somebody has decided.`,
      risks: {
        removed: (count: number) => `Items to be removed: ${count}`,
        erased: (count: number) => `Items that would lose a fact, such as a role or a department: ${count}`,
        reopened: (count: number) => `End dates to be taken back: ${count}`,
        'starts-later': (count: number) => `Items to be removed because they now begin in the future: ${count}`,
        'another-job': (count: number) =>
          `Items that would say another place, role or start, two of them at once: ${count}`,
        'ended-by-absence': (count: number) => `Items to be ended because the feed no longer lists them: ${count}`,
        'ended-long-ago': (count: number) => `Items to be ended on a day long ago: ${count}`,
      },
      decide:
        'See that the feed is right. Whoever operates this service then decides with the commands “release-plan” or “reject-plan” of the scheduler.',
    },
    signIn: 'Sign-in',
    noSources: 'No identity provider is set up.',
    states: {
      current: 'Up to date',
      overdue: 'Not read for more than two days: the scheduler does not run.',
      failing: 'Could not be read last time. The last good copy is used.',
      expiring: 'Runs out within two days, or has run out. People of those organisations cannot sign in then.',
      unread: 'Will be read within the hour.',
    },
    providers: (usable: number, unusable: number) =>
      `Identity providers: ${usable}.${unusable > 0 ? ` Unusable: ${unusable}.` : ''}`,
    expiring: (count: number) => `Running out: ${count}.`,
    readAt: (time: string) => `Last read: ${time}.`,
    failure: 'Reason:',
    hints: 'ORCID iDs that your sign-in has on file',
    hintsText:
      'Only a hint for you: nobody has proved that these iDs are theirs, so nothing is ever written by them. An iD counts when its owner connects it.',
    noHints: 'Your sign-in has told us no iD of anybody yet.',
    connected: { not: 'Not connected', same: 'Connected', other: 'Connected with another iD' },
  },

  problems: {
    heldByAnother: {
      title: 'This iD is connected to somebody else',
      text: 'Another person of your institution has connected this ORCID iD. We have changed nothing. Were you signed in at ORCID as somebody else? Then sign in there with your own account; otherwise please write to us.',
    },
    hasAnotherId: {
      title: 'You are connected with another iD',
      text: (orcid: string) =>
        `Your account here is connected with ${orcid}. Disconnect that iD first if you want to connect another one. We have changed nothing.`,
    },
    notBegunHere: {
      title: 'This page has expired',
      text: 'The connection was not begun in this session, or this page was opened before. Nothing was changed. Please begin again.',
    },
    noAnswer: {
      title: 'ORCID sent no answer',
      text: 'ORCID sent you back without an answer. Nothing was changed. Please begin again.',
    },
    refusedRequest: {
      title: 'ORCID did not accept our request',
      text: 'This is not your fault: something is wrong with how we are set up at ORCID. Please write to us.',
    },
    codeRefused: {
      title: 'The connection did not work',
      text: 'ORCID did not accept its own answer any more, perhaps because it took too long. Nothing was changed. Please begin again.',
    },
    orcidUnavailable: {
      title: 'ORCID does not answer',
      text: 'We could not finish the connection because ORCID did not answer in time. By this attempt we have stored neither an iD nor a permission. Please try again in a few minutes. If ORCID lists us under “Trusted organizations” all the same, you can remove us there.',
    },
    answerLost: {
      title: 'ORCID’s answer was lost',
      text: 'We do not know whether ORCID gave us your permission, because its answer did not reach us or could not be kept. We have nothing of it. Connect again; or, if you no longer want to, remove us at ORCID under “Trusted organizations”.',
    },
    unreadable: {
      title: 'We could not read this request',
      text: 'It was too large, or not written as it should be. Please go back to the start and try again.',
    },
    signInRefused: {
      title: 'The sign-in did not work',
      text: 'We could not accept the answer of your institution. Please try again; if it happens again, write to us.',
    },
    logoutRefused: {
      title: 'We could not accept that sign-out message',
      text: 'If you have signed out here, your session here has ended; whether it has at your institution, we do not know. If others use this device, close the browser.',
    },
    signInFirst: {
      title: 'Please sign in first',
      text: 'You are not signed in, or your session has ended. Nothing was changed.',
    },
    administratorsOnly: {
      title: 'This page is for administrators',
      text: 'Your institution’s sign-in does not say that you administer it. If you do, ask those who look after that sign-in.',
    },
    formExpired: {
      title: 'This form has expired',
      text: 'Please go back, reload the page and send it again. Nothing was changed.',
    },
    notFound: { title: 'There is no such page', text: 'The address may be old or mistyped.' },
    internal: {
      title: 'Something went wrong',
      text: 'This is our fault, and we have noted it. Please try again later.',
    },
    incident: (code: string) => `If you write to us, please name this code: ${code}`,
    tryAgain: 'Try again',
    toStart: 'To the start page',
    toConnection: 'To my connection',
  },
};

export type Texts = typeof en;
