import type { Texts } from './en.ts';

export const de: Texts = {
  locale: 'de',
  languageName: 'Deutsch',
  skipToContent: 'Zum Inhalt springen',
  language: 'Sprache',
  testEnvironment: 'Testumgebung: Die gezeigten iDs sind nicht echt, und nichts gelangt zu orcid.org.',
  privacy: 'Datenschutz',
  peopleLink: 'ORCID iDs unserer Leute',
  questions: (mail) => `Fragen? Schreiben Sie an ${mail}.`,
  signOut: 'Abmelden',
  signedInAs: (name) => `Angemeldet als ${name}`,

  home: {
    title: 'Verbinden Sie Ihre ORCID iD',
    lead: (institution) =>
      `${institution} hält auf Ihrem ORCID®-Eintrag aktuell, was sie über Ihre Arbeit weiß, damit Sie es nicht noch einmal eintippen müssen.`,
    signIn: (institution) => `Anmelden bei ${institution}`,
    whatIsOrcid: 'Was ist ORCID?',
    orcidExplained:
      'Eine ORCID iD ist eine kostenlose, dauerhafte Kennung. Sie unterscheidet Sie von allen, die ebenso heißen, und bleibt Ihnen, auch wenn Sie die Einrichtung wechseln. Sie gehört allein Ihnen.',
  },

  service: {
    name: (institution) => `ORCID an: ${institution}`,
    description: (institution) =>
      `Verbinden Sie Ihre ORCID iD, damit ${institution} ihre Angaben über Sie auf Ihrem ORCID-Eintrag richtig hält.`,
  },

  sections: {
    employment: 'Anstellung',
    education: 'Ausbildung',
    qualification: 'Qualifikationen',
    'invited-position': 'Gastpositionen',
    distinction: 'Auszeichnungen',
    membership: 'Mitgliedschaften',
    service: 'Ämter und Gremien',
    work: 'Werke',
    funding: 'Förderung',
    'peer-review': 'Begutachtung',
    'research-resource': 'Forschungsressourcen',
    'researcher-url': 'Websites und soziale Medien',
    'external-identifier': 'Weitere Kennungen',
    keyword: 'Schlagwörter',
    'other-name': 'Weitere Namen',
    address: 'Länder',
  },

  discovery: {
    title: 'Wo melden Sie sich an?',
    lead: 'Wählen Sie die Einrichtung, deren Konto Sie benutzen. Sie melden sich dort an; wir sehen Ihr Passwort nie.',
    search: 'Name, Ort oder Domain',
    button: 'Suchen',
    results: 'Einrichtungen',
    none: 'Keine Einrichtung hat all diese Wörter im Namen. Versuchen Sie weniger, oder die Domain ihrer E-Mail-Adressen.',
    last: 'Hier haben Sie sich zuletzt angemeldet',
    forget: 'Diese Wahl vergessen',
    more: 'Weitere Einrichtungen',
    all: 'Alle zeigen',
  },

  connect: {
    title: 'Verbinden Sie Ihre ORCID iD',
    youAre: (name) => `Sie sind angemeldet als ${name}.`,
    notYou: 'Wenn Sie das nicht sind, melden Sie sich bitte jetzt ab.',
    why: (institution) => `Warum mit ${institution} verbinden?`,
    whyText: (institution) =>
      `Förderer und Verlage vertrauen einer Zugehörigkeit, die die Einrichtung selbst bestätigt hat. ${institution} trägt Ihre ein, berichtigt sie und beendet sie, wenn Sie gehen, ohne Ihr Zutun.`,
    reads: 'Was wir lesen',
    readsText:
      'Ihre iD, Ihren Namen, wie ORCID ihn zeigt, und die Einträge, die Sie mit allen oder mit vertrauenswürdigen Stellen teilen.',
    writes: 'Was wir schreiben',
    writesText: (institution, sections) =>
      `Was ${institution} über Sie weiß, in diesen Abschnitten Ihres Eintrags: ${sections}. Von Zugehörigkeiten wie einer Anstellung: Einrichtung, Abteilung, Funktion, Beginn und Ende. Wir ändern nur, was wir selbst eingetragen haben, und nie eine Angabe von Ihnen.`,
    shows: 'Was wir zeigen',
    showsText: 'Ihr Name und Ihre iD stehen auf unserer öffentlichen Liste der ORCID iDs, solange Sie verbunden sind.',
    stays: 'Ihre Entscheidung',
    staysText:
      'ORCID bittet Sie, sich dort anzumelden und dies zu erlauben. Wenn es nicht die iD ist, mit der Sie schon verbunden sind, zeigen wir sie Ihnen danach und fragen, ob es Ihre ist; vorher wird nichts geschrieben. Sie können ablehnen, und Sie können die Verbindung jederzeit hier oder bei ORCID trennen.',
    button: 'ORCID iD anlegen oder verbinden',
    preview: {
      today: 'Was wir heute schreiben würden',
      todayText: 'Mit Ihrer Erlaubnis würden wir heute dies auf Ihren Eintrag schreiben:',
      nothing: (institution) =>
        `Heute würde nichts geschrieben: ${institution} gibt heute nichts über Sie an, was auf Ihren Eintrag gehört. Wenn das nicht stimmt, sagen Sie es uns bitte.`,
      ends: 'Ein Enddatum kommt hinzu, wenn der letzte Tag vorbei ist.',
      before:
        'Sie waren schon einmal verbunden: Was bereits auf Ihrem Eintrag steht, wird nicht ein zweites Mal geschrieben, und was Sie dort entfernt haben, bleibt entfernt.',
      later: 'Was wir später schreiben würden',
      laterText: 'Das beginnt erst später. Wir würden es an dem Tag schreiben, an dem es beginnt:',
      others: (count) => `Die übrigen zeigen (${count})`,
    },
  },

  confirm: {
    title: 'Ist das Ihre ORCID iD?',
    lead: 'ORCID hat uns gesagt, wer dort in diesem Browser angemeldet ist. Bitte sehen Sie nach, ob Sie das sind.',
    account: (institution) => `Ihr Konto bei ${institution}`,
    orcid: 'Die ORCID iD, die zurückkam',
    differs:
      'Die beiden Namen haben nichts gemeinsam. Das kann stimmen, zum Beispiel nach einer Namensänderung. Wenn aber vor Ihnen jemand anderes diesen Browser benutzt hat, ist es vielleicht dessen iD.',
    nothingYet: (until) =>
      `Mit dieser Erlaubnis haben wir noch nichts gelesen und nichts geschrieben. Wenn Sie bis ${until} nicht antworten, wird ORCID gebeten, sie zu beenden.`,
    yes: 'Ja, meine iD verbinden',
    no: 'Nicht verbinden',
    notYours: 'Das ist nicht Ihre iD?',
    notYoursText:
      'Dann geben wir die Erlaubnis zurück, und ORCID fragt, wer Sie sind. Melden Sie sich dort mit Ihrem eigenen Konto an, oder registrieren Sie sich.',
    signInAgain: 'Bei ORCID als jemand anderes anmelden',
    signOutHint:
      'Sollte ORCID Sie nicht fragen, melden Sie sich dort zuerst ab; es öffnet sich ein neuer Tab mit einer Zeile technischem Text.',
    signOut: 'Bei ORCID abmelden',
    notConfirmed: {
      title: 'Es wurde keine iD verbunden',
      text: 'Bei diesem Versuch wurde nichts verbunden und nichts geschrieben. Wenn ORCID uns dafür eine Erlaubnis gegeben hat, wird es gebeten, sie zu beenden. Sie können sich jederzeit verbinden.',
    },
  },

  denied: {
    title: 'Sie haben Ihre ORCID iD nicht verbunden',
    text: (institution) =>
      `Sie haben sich entschieden, Ihre ORCID iD nicht mit ${institution} zu teilen. ORCID hat uns dieses Mal weder eine iD noch eine Erlaubnis gegeben, und nichts wurde geschrieben. Von diesem Versuch behalten wir nur, dass und wann Sie abgelehnt haben.`,
    earlierTitle: 'Sie haben keine neue Erlaubnis gegeben',
    earlierText: (institution) =>
      `Sie haben ${institution} bei ORCID keine neue Erlaubnis gegeben. An Ihrer Verbindung und an dem, was Sie zuvor erlaubt hatten, hat sich nichts geändert.`,
    stillConnected: 'Sie sind weiterhin mit dieser iD verbunden:',
    stillStands:
      'Ihre Ablehnung hat auf Ihrem Eintrag nichts geändert. „Meine Verbindung“ zeigt, wie es um jeden Punkt steht.',
    offer: (institution) =>
      `ORCID gibt Ihnen eine kostenlose, dauerhafte Kennung. Mit Ihrer Erlaubnis hält ${institution} ihre Angaben über Sie auf Ihrem Eintrag richtig. Sie können sich jederzeit verbinden:`,
  },

  connection: {
    title: 'Meine Verbindung',
    storedId: 'Die hier gespeicherte ORCID iD',
    connectedTitle: 'Ihre ORCID iD ist verbunden',
    connectedSince: (date) => `Verbunden seit ${date}.`,
    privateName: 'Ihr Name ist bei ORCID nicht öffentlich; wir brauchen ihn nicht.',
    permissions: 'Was Sie erlaubt haben',
    permission: {
      read: 'Lesen, was Sie mit vertrauenswürdigen Stellen teilen',
      writeActivities:
        'Unsere Angaben über Ihre Tätigkeit eintragen und berichtigen: Zugehörigkeiten, Werke, Förderung und dergleichen',
      writePerson:
        'Unsere Angaben über Sie selbst eintragen und berichtigen: Links, Kennungen, Schlagwörter und dergleichen',
      onlyId: 'Ihre iD kennen, sonst nichts',
    },
    refusal: {
      keyLostTitle: 'Unsere Erlaubnis lässt sich nicht mehr nutzen',
      keyLostText: (institution) =>
        `Der Schlüssel, der sie hier geschützt hat, ist verloren; daher können wir auf Ihrem Eintrag nichts ändern. Bitte verbinden Sie sich neu; ${institution} macht dann mit denselben Angaben weiter.`,
      doubtedTitle: 'ORCID lehnt unsere Erlaubnis zurzeit ab',
      doubtedText: (since) =>
        `ORCID lehnt sie seit ${since} ab. Es antwortet genauso, solange ein Teil von ORCID ausgefallen ist. Von uns aus schließen wir daraus noch nichts: Wir fragen etwa jede halbe Stunde noch einmal und schreiben nichts, bis die Antwort klar ist. Wenn Sie die Erlaubnis dort zurückgenommen haben, müssen Sie nichts tun.`,
      ask: 'ORCID jetzt fragen',
      askHint:
        'Lehnt ORCID unsere Erlaubnis jetzt zweimal ab, gilt sie für uns als beendet, und diese Seite bietet dann an, sich neu zu verbinden. Wir fragen höchstens einmal in der Minute.',
      asking: 'Wir fragen ORCID.',
      lockedTitle: 'Ihr Eintrag ist bei ORCID gesperrt',
      lockedText: (since) =>
        `Das sagt uns ORCID seit ${since}. Wir sehen jeden Tag nach, ob der Eintrag wieder offen ist, und machen dann von selbst weiter. Warum er gesperrt ist, weiß der Support von ORCID.`,
      deactivatedTitle: 'Ihr Eintrag ist bei ORCID deaktiviert',
      deactivatedText: (since, institution) =>
        `Das sagt uns ORCID seit ${since}. Mit dem Eintrag hat ORCID unsere Erlaubnis endgültig beendet; daher schreiben wir nichts. Wenn Sie den Eintrag reaktiviert haben, verbinden Sie sich neu; ${institution} macht dann mit denselben Angaben weiter.`,
      mergedTitle: 'Ihr Eintrag wurde mit einem anderen zusammengelegt',
      mergedText:
        'ORCID nimmt für diese iD nichts mehr an. Bitte verbinden Sie die iD, die Sie jetzt verwenden; sie ersetzt dann die hier gespeicherte.',
      mergedInto: 'ORCID nennt diese iD:',
    },
    pausedProgress: 'Zurzeit wird nichts geschrieben; warum, steht oben auf dieser Seite.',
    lesser:
      'Sie haben weniger erlaubt, als wir erbeten haben; daher wird nichts auf Ihren Eintrag geschrieben. Sie können sich neu verbinden, um es zu erlauben.',
    connectAgain: 'Neu verbinden',
    items: 'Was wir auf Ihren Eintrag schreiben',
    noItems: (institution) =>
      `${institution} hat heute nichts auf Ihren Eintrag zu schreiben. Wenn das nicht stimmt, sagen Sie es uns bitte.`,
    since: (start) => `seit ${start}`,
    until: (start, end) => (start === '' ? `bis ${end}` : `${start} bis ${end}`),
    standings: {
      present: { state: 'Auf Ihrem Eintrag', next: '' },
      creating: { state: 'Wird geschrieben …', next: 'Sie müssen nichts tun.' },
      updating: { state: 'Wird geändert …', next: 'Sie müssen nichts tun.' },
      'removing-until-later': {
        state:
          'Nach den Angaben der Einrichtung beginnt das erst später, deshalb nehmen wir es bis dahin von Ihrem Eintrag.',
        next: 'Wir schreiben es wieder an dem Tag, an dem es beginnt.',
      },
      removing: {
        state: 'Die Einrichtung gibt das nicht mehr an, deshalb nehmen wir es von Ihrem Eintrag.',
        next: 'Sie müssen nichts tun.',
      },
      'waiting-new': {
        state: 'Noch nicht auf Ihrem Eintrag',
        next: 'Schreiben können wir zurzeit nicht; warum, steht oben auf dieser Seite. Sobald es wieder geht, schreiben wir es.',
      },
      'waiting-change': {
        state: 'Auf Ihrem Eintrag wie bisher; eine Änderung ist noch zu schreiben',
        next: 'Schreiben können wir zurzeit nicht; warum, steht oben auf dieser Seite. Sobald es wieder geht, schreiben wir sie.',
      },
      'waiting-removal': {
        state: 'Noch auf Ihrem Eintrag, obwohl die Einrichtung es für heute nicht angibt',
        next: 'Schreiben können wir zurzeit nicht; warum, steht oben auf dieser Seite. Sobald es wieder geht, nehmen wir es herunter.',
      },
      'held-change': {
        state:
          'Eine Änderung daran wartet darauf, dass jemand an Ihrer Einrichtung sie freigibt. Bis dahin bleibt alles, wie es ist.',
        next: 'Darüber entscheidet die Einrichtung; Sie müssen nichts tun.',
      },
      'held-until-later': {
        state:
          'Nach den Angaben der Einrichtung beginnt das erst später. Bevor es bis dahin von Ihrem Eintrag genommen wird, muss es dort jemand freigeben; so lange bleibt es stehen.',
        next: 'Darüber entscheidet die Einrichtung; Sie müssen nichts tun.',
      },
      'held-removal': {
        state:
          'Die Einrichtung gibt das nicht mehr an. Bevor es von Ihrem Eintrag genommen wird, muss es dort jemand freigeben; bis dahin bleibt es stehen.',
        next: 'Darüber entscheidet die Einrichtung; Sie müssen nichts tun.',
      },
      'rejected-change': {
        state:
          'Jemand an Ihrer Einrichtung hat entschieden, dass eine Änderung daran nicht geschrieben wird. Alles bleibt, wie es ist.',
        next: 'Weiter geschieht nichts, bis sich die Daten der Einrichtung ändern.',
      },
      'rejected-until-later': {
        state:
          'Nach den Angaben der Einrichtung beginnt das erst später. Dort wurde entschieden, dass es trotzdem auf Ihrem Eintrag bleibt.',
        next: 'Weiter geschieht nichts, bis sich die Daten der Einrichtung ändern.',
      },
      'rejected-removal': {
        state:
          'Die Einrichtung gibt das nicht mehr an. Dort wurde entschieden, dass es trotzdem auf Ihrem Eintrag bleibt.',
        next: 'Weiter geschieht nichts, bis sich die Daten der Einrichtung ändern.',
      },
      unanswered: {
        state:
          'Wir haben ORCID hierzu eine Änderung geschickt, und es hat uns keine Antwort erreicht. Wir wissen noch nicht, wie es auf Ihrem Eintrag steht.',
        next: 'Wir sehen auf Ihrem Eintrag nach, bevor wir dazu noch etwas schicken; Sie müssen nichts tun.',
      },
      'in-doubt': {
        state:
          'Wir wissen noch nicht, ob das auf Ihrem Eintrag steht, weil uns die Antwort von ORCID nicht erreicht hat.',
        next: 'Wir sehen nach, bevor wir es schreiben; Sie müssen nichts tun.',
      },
      missing: {
        state: 'ORCID hat es beim letzten Nachsehen nicht aufgeführt.',
        next: 'Wir sehen noch einmal nach, bevor wir etwas daraus schließen, und ändern bis dahin nichts.',
      },
      'removed-by-owner': {
        state: 'Es steht nicht mehr auf Ihrem Eintrag, und nicht wir haben es entfernt.',
        next: 'Wir tragen es nicht wieder ein, außer Sie bitten darum.',
      },
      'not-ours': {
        state:
          'Auf Ihrem Eintrag, aber wir können es nicht mehr ändern: Es wurde unter einer anderen Registrierung von uns bei ORCID geschrieben.',
        next: 'Wir lassen es, wie es ist. Wenn es nicht stimmt, schreiben Sie uns bitte.',
      },
      'not-ours-over': {
        state:
          'Auf Ihrem Eintrag, obwohl die Einrichtung es für heute nicht angibt. Wir können es nicht herunternehmen: Es wurde unter einer anderen Registrierung von uns bei ORCID geschrieben.',
        next: 'Wir lassen es, wie es ist. Sie können es bei ORCID entfernen oder uns schreiben.',
      },
      'uncovered-new': {
        state: 'Nicht auf Ihrem Eintrag: Ihre Erlaubnis umfasst diesen Abschnitt nicht.',
        next: 'Wir schreiben es nicht. Verbinden Sie sich neu, wenn Sie es erlauben möchten.',
      },
      'uncovered-present': {
        state: 'Auf Ihrem Eintrag, aber Ihre Erlaubnis umfasst diesen Abschnitt nicht mehr.',
        next: 'Wir lassen es, wie es ist. Verbinden Sie sich neu, wenn wir es weiter richtig halten sollen.',
      },
      'uncovered-over': {
        state:
          'Auf Ihrem Eintrag, obwohl die Einrichtung es für heute nicht angibt. Ihre Erlaubnis umfasst diesen Abschnitt nicht mehr.',
        next: 'Wir lassen es, wie es ist. Sie können es bei ORCID entfernen, oder sich neu verbinden, damit wir es herunternehmen.',
      },
      'refused-new': {
        state: 'Nicht auf Ihrem Eintrag: So, wie es ist, ließ es sich nicht schreiben.',
        next: 'Dasselbe schicken wir nicht noch einmal. Sobald die Einrichtung ihre Daten berichtigt hat, versuchen wir es neu. „Das stimmt nicht“ führt zu denen, die sie pflegen.',
      },
      'refused-change': {
        state: 'Auf Ihrem Eintrag wie bisher: Eine Änderung daran ließ sich nicht schreiben.',
        next: 'Dasselbe schicken wir nicht noch einmal. Sobald die Einrichtung ihre Daten berichtigt hat, versuchen wir es neu. „Das stimmt nicht“ führt zu denen, die sie pflegen.',
      },
      'blocked-new': {
        state: 'Nicht auf Ihrem Eintrag: ORCID hat uns nicht schreiben lassen.',
        next: 'Wir versuchen es von selbst noch einmal. Wenn es so bleibt, schreiben Sie uns bitte.',
      },
      'blocked-change': {
        state: 'Auf Ihrem Eintrag wie bisher: ORCID hat uns nicht ändern lassen.',
        next: 'Wir versuchen es von selbst noch einmal. Wenn es so bleibt, schreiben Sie uns bitte.',
      },
      'blocked-removal': {
        state:
          'Noch auf Ihrem Eintrag, obwohl die Einrichtung es für heute nicht angibt: ORCID hat es uns nicht herunternehmen lassen.',
        next: 'Wir versuchen es von selbst noch einmal. Sie können es auch selbst bei ORCID entfernen.',
      },
      'same-stands': {
        state: 'Dasselbe steht schon auf Ihrem Eintrag: Die Einrichtung gibt es zweimal an.',
        next: 'Wir schreiben es nicht ein zweites Mal.',
      },
    },
    causes: {
      'organization-unknown': 'ORCID kennt die Einrichtung unter der Kennung nicht, die in den Daten steht.',
      'organization-missing': 'Die Einrichtung fehlt.',
      'place-missing': 'Ort oder Land der Einrichtung fehlen.',
      'country-missing': 'Das Land der Einrichtung fehlt.',
      'nothing-identifies': 'Weder die Einrichtung noch die Angabe selbst hat eine Kennung, die ORCID annimmt.',
      'identifier-invalid': 'Eine Kennung, etwa eine DOI oder ISSN, fehlt oder ist nicht gültig.',
      'title-missing': 'Der Titel fehlt.',
      'date-invalid': 'Ein Datum gibt es im Kalender nicht.',
      'start-missing': 'Das Anfangsdatum fehlt.',
      'end-before-start': 'Das Ende liegt vor dem Anfang.',
      'amount-invalid': 'Der Geldbetrag ist keine Zahl, die ORCID lesen kann.',
      'word-unknown': 'Eine Art, Rolle, Sprache, Währung oder ein Land gehört nicht zu denen, die ORCID kennt.',
      'form-invalid': 'Etwas daran hat nicht die Form, die ORCID verlangt.',
      'too-long': 'Es ist für ORCID zu lang.',
      'not-sent': 'Es fehlt etwas, das ORCID verlangt; deshalb haben wir es nicht geschickt.',
      'record-full': 'Auf Ihrem Eintrag steht schon so viel, wie ORCID zulässt.',
      'another-source': 'ORCID sagt, dass eine andere Quelle diesen Punkt geschrieben hat.',
      'not-covered': 'ORCID sagt, dass unsere Erlaubnis dies nicht umfasst.',
      'record-unknown': 'ORCID hat gesagt, dass es den Eintrag oder diesen Punkt nicht kennt.',
      other: 'Der Grund, auf Englisch, wie wir ihn erhalten haben:',
    },
    proposal: {
      stands: 'Auf Ihrem Eintrag:',
      due: 'Zu schreiben:',
      held: 'Wartet auf Freigabe:',
      rejected: 'Wird nach Entscheidung der Einrichtung nicht geschrieben:',
      refused: 'Ließ sich nicht schreiben:',
      stated: 'Was die Einrichtung jetzt angibt:',
      onlyDetails: 'Beides unterscheidet sich nur in Einzelheiten, die hier nicht stehen, etwa in einer Kennung.',
    },
    unseen: 'Was dort auf Ihrem Eintrag steht, wissen wir nicht; hier steht, was die Einrichtung angibt.',
    wrong: {
      link: 'Das stimmt nicht',
      linkOf: (item) => `Das stimmt nicht: ${item}`,
      subject: (item) => `Falsch auf meinem ORCID-Eintrag: ${item}`,
      describe: 'Was nicht stimmt, und was richtig wäre:',
      keep: 'Bitte lassen Sie diese Zeilen stehen, damit wir den Punkt finden:',
      row: (feed, person, row) => `Datenquelle: ${feed}; Nummer der Person: ${person}; Zeile: ${row}`,
    },
    reading: {
      title: 'Was wir lesen, und wann',
      text: 'Wenn wir auf Ihrem Eintrag nachsehen, suchen wir, was wir dort geschrieben haben, und ob es noch da ist. Von allem anderen behalten wir nichts.',
      accepted: (moment) => `Zuletzt hat ORCID unsere Erlaubnis angenommen: ${moment}.`,
      test: 'Meine Verbindung prüfen',
      hint: 'Wir fragen ORCID, ob unsere Erlaubnis noch gilt und ob noch da ist, was wir geschrieben haben; lehnt ORCID sie zweimal ab, gilt sie für uns als beendet. Das geht einmal in der Minute.',
      running: 'Wir prüfen Ihre Verbindung.',
      late: 'Die Prüfung, die Sie begonnen haben, hat noch nicht stattgefunden. Wir holen sie nach, sobald wir können; Sie müssen hier nicht warten.',
      answered: (moment) => `Geprüft am ${moment}: ORCID hat geantwortet, und unsere Erlaubnis gilt.`,
      noResult: (moment) =>
        `Die Prüfung am ${moment} kam zu keinem Ergebnis; meist ist ORCID dann ausgefallen oder überlastet. Wir schließen nichts daraus. Bitte versuchen Sie es später noch einmal.`,
    },
    addAgain: 'Wieder eintragen',
    addAgainOf: (item) => `Wieder eintragen: ${item}`,
    putCode: (code) => `Put-Code ${code}`,
    putCodeWritten: (code, day) => `Put-Code ${code}, geschrieben am ${day}`,
    putCodeExplained:
      'Der Put-Code ist die Nummer, die ORCID einem Punkt gibt. An ihr finden wir wieder, was wir geschrieben haben; bitte nennen Sie sie, wenn Sie uns schreiben.',
    viewRecord: 'Ihren Eintrag bei ORCID ansehen',
    refresh: 'Neu laden',
    working: 'Wir schreiben auf Ihren Eintrag.',
    byItself: 'Diese Seite zeigt das Ergebnis von selbst.',
    workDone: 'Soweit wir wissen, steht alles, was hier folgt, auf Ihrem Eintrag.',
    partDone: (done, total) =>
      `Zurzeit wird nichts geschrieben. So auf Ihrem Eintrag, wie die Einrichtung es angibt: ${done} von ${total}. Unten steht bei jedem Punkt, wie es um ihn steht.`,
    later: 'Es dauert länger als sonst. Wir machen von selbst weiter; Sie müssen hier nicht warten.',
    disconnect: 'Verbindung trennen',
    disconnectTitle: 'Ihre ORCID iD trennen?',
    disconnectText: (institution) =>
      `${institution} vergisst die Erlaubnis und lässt sie bei ORCID enden. Vom ORCID-Eintrag mit dieser iD nehmen wir nichts weg: Was wir dorthin geschrieben haben, kann dort entfernen, wem der Eintrag gehört. Wir berichtigen es nicht mehr und setzen auch bei einer Anstellung kein Enddatum.`,
    disconnectKeyLostText: (institution) =>
      `${institution} vergisst die Erlaubnis. Bei ORCID können wir sie nicht enden lassen, denn der Schlüssel, der sie hier geschützt hat, ist verloren; Sie können sie bei ORCID selbst zurücknehmen. Vom ORCID-Eintrag mit dieser iD nehmen wir nichts weg: Was wir dorthin geschrieben haben, kann dort entfernen, wem der Eintrag gehört. Wir berichtigen es nicht mehr und setzen auch bei einer Anstellung kein Enddatum.`,
    keep: 'Verbindung behalten',
    disconnectedTitle: 'Ihre ORCID iD ist getrennt',
    disconnectedText: 'Wir haben die Erlaubnis vergessen, und ORCID wird gesagt, sie zu beenden.',
    disconnectedKeyLostText:
      'Wir haben die Erlaubnis vergessen. Bei ORCID enden lassen können wir sie nicht, denn der Schlüssel, der sie hier geschützt hat, ist verloren; Sie können sie bei ORCID selbst zurücknehmen.',
    deactivatedTitle: 'Ihre Erlaubnis endete mit Ihrem ORCID-Eintrag',
    deactivatedText: (institution) =>
      `ORCID sagt, dass Ihr Eintrag deaktiviert ist, und hat unsere Erlaubnis endgültig beendet. Wenn Sie den Eintrag reaktiviert haben, verbinden Sie sich neu; ${institution} macht dann mit denselben Angaben weiter.`,
    staffEndedTitle: 'Ihre Einrichtung hat diese Verbindung beendet',
    staffEndedText: (institution, isTakenOff) =>
      `Wer bei ${institution} für ORCID-iDs zuständig ist, hat die Verbindung dieser iD mit Ihrem Konto beendet; meist heißt das, dass die iD jemand anderem gehört. ${isTakenOff ? 'Was wir in diesen Datensatz geschrieben hatten, entfernen wir, soweit ORCID es zulässt; danach lassen wir ORCID die Erlaubnis beenden.' : 'Was wir geschrieben hatten, bleibt in diesem Datensatz, und wir lassen ORCID die Erlaubnis beenden.'} Ihre eigene iD können Sie jederzeit verbinden; war es ein Versehen, schreiben Sie uns bitte.`,
    replacedTitle: 'Ihre Verbindung wird erneuert',
    replacedText: (institution) =>
      `${institution} nutzt jetzt eine andere Registrierung bei ORCID. Bitte verbinden Sie sich neu.`,
    revokedTitle: 'Ihre Erlaubnis ist beendet',
    revokedText: (institution) =>
      `ORCID nimmt unsere Erlaubnis nicht mehr an; meist heißt das, dass sie dort zurückgenommen wurde. ${institution} kann die eigenen Angaben auf Ihrem Eintrag nicht mehr berichtigen. Sie können sich jederzeit neu verbinden.`,
  },

  people: {
    title: 'ORCID iDs unserer Leute',
    lead: (institution) =>
      `Menschen von ${institution}, die ihre ORCID iD verbunden haben. Jede iD wurde bei ORCID von der Person selbst bestätigt.`,
    none: 'Noch hat niemand eine iD verbunden.',
    next: 'Nächste Seite',
    viewRecord: 'ORCID-Eintrag ansehen',
  },

  signedOut: {
    title: 'Sie sind abgemeldet',
    here: 'Ihre Sitzung hier ist beendet.',
    next: (name: string) =>
      `Wir melden Sie jetzt auch bei ${name} ab. Bis die Einrichtung das bestätigt, sind Sie dort vielleicht noch angemeldet.`,
    done: (name: string) => `${name} hat Sie ebenfalls abgemeldet.`,
    unknown: (name: string) =>
      `${name} hat uns nicht bestätigt, dass Sie auch dort abgemeldet sind. Wenn andere dieses Gerät benutzen, melden Sie sich auch dort ab oder schließen Sie den Browser.`,
    goOn: (name: string) => `Bei ${name} abmelden`,
    toStart: 'Zum Anfang',
  },
  administration: {
    title: (institution: string) => `Sie verwalten ${institution}`,
    link: 'Verwaltung',
    lead: 'Die Anmeldung Ihrer Einrichtung gibt Ihnen diese Ansicht. Ändern lässt sich hier nichts.',
    held: {
      title: 'Änderungen an Einträgen, die auf eine Entscheidung warten',
      text: (changes: number, people: number, since: string) =>
        `Sie warten seit ${since}. Änderungen: ${changes}. Personen: ${people}. Sie würden an einem Tag mehr von Einträgen wegnehmen, als von selbst durchgelassen wird. Nichts davon wird geschrieben, bis jemand entschieden hat.`,
      risks: {
        removed: (count: number) => `Punkte, die entfernt würden: ${count}`,
        erased: (count: number) => `Punkte, die eine Angabe verlören, etwa Funktion oder Abteilung: ${count}`,
        reopened: (count: number) => `Enddaten, die zurückgenommen würden: ${count}`,
        'starts-later': (count: number) =>
          `Punkte, die entfernt würden, weil sie nun erst in Zukunft beginnen: ${count}`,
        'another-job': (count: number) =>
          `Punkte, bei denen sich Ort, Funktion oder Beginn ändern würden, zwei davon zugleich: ${count}`,
        'ended-by-absence': (count: number) => `Punkte, die endeten, weil die Datei sie nicht mehr nennt: ${count}`,
        'ended-long-ago': (count: number) => `Punkte, die an einem lange vergangenen Tag endeten: ${count}`,
      },
      decide:
        'Prüfen Sie, ob die Datei stimmt. Wer diesen Dienst betreibt, entscheidet dann mit den Befehlen „release-plan“ oder „reject-plan“ des Schedulers.',
    },
    signIn: 'Anmeldung',
    noSources: 'Es ist kein Identity-Provider eingerichtet.',
    states: {
      current: 'Aktuell',
      overdue: 'Seit mehr als zwei Tagen nicht gelesen: Der Scheduler läuft nicht.',
      failing: 'Konnte zuletzt nicht gelesen werden. Die letzte gute Fassung gilt.',
      expiring:
        'Läuft in zwei Tagen ab oder ist abgelaufen. Angehörige dieser Einrichtungen können sich dann nicht anmelden.',
      unread: 'Wird innerhalb einer Stunde gelesen.',
    },
    providers: (usable: number, unusable: number) =>
      `Identity-Provider: ${usable}.${unusable > 0 ? ` Unbrauchbar: ${unusable}.` : ''}`,
    expiring: (count: number) => `Laufen ab: ${count}.`,
    readAt: (time: string) => `Zuletzt gelesen: ${time}.`,
    failure: 'Grund:',
    hints: 'ORCID iDs, die Ihre Anmeldung kennt',
    hintsText:
      'Nur ein Hinweis für Sie: Niemand hat bewiesen, dass diese iDs ihm gehören, also wird nach ihnen nie etwas geschrieben. Eine iD zählt, sobald ihr Inhaber sie verbindet.',
    noHints: 'Ihre Anmeldung hat uns noch keine iD genannt.',
    connected: { not: 'Nicht verbunden', same: 'Verbunden', other: 'Mit einer anderen iD verbunden' },
  },

  problems: {
    heldByAnother: {
      title: 'Diese iD ist mit jemand anderem verbunden',
      text: 'Eine andere Person Ihrer Einrichtung hat diese ORCID iD verbunden. Wir haben nichts geändert. Waren Sie bei ORCID als jemand anderes angemeldet? Dann melden Sie sich dort mit Ihrem eigenen Konto an; sonst schreiben Sie uns bitte.',
    },
    hasAnotherId: {
      title: 'Sie sind mit einer anderen iD verbunden',
      text: (orcid) =>
        `Ihr Konto hier ist mit ${orcid} verbunden. Trennen Sie zuerst diese iD, wenn Sie eine andere verbinden möchten. Wir haben nichts geändert.`,
    },
    notBegunHere: {
      title: 'Diese Seite ist abgelaufen',
      text: 'Die Verbindung wurde nicht in dieser Sitzung begonnen, oder diese Seite wurde schon einmal geöffnet. Nichts wurde geändert. Bitte beginnen Sie neu.',
    },
    noAnswer: {
      title: 'ORCID hat keine Antwort geschickt',
      text: 'ORCID hat Sie ohne Antwort zurückgeschickt. Nichts wurde geändert. Bitte beginnen Sie neu.',
    },
    refusedRequest: {
      title: 'ORCID hat unsere Anfrage nicht angenommen',
      text: 'Das ist nicht Ihr Fehler: Etwas an unserer Einrichtung bei ORCID stimmt nicht. Bitte schreiben Sie uns.',
    },
    codeRefused: {
      title: 'Die Verbindung kam nicht zustande',
      text: 'ORCID hat seine eigene Antwort nicht mehr angenommen, vielleicht weil es zu lange dauerte. Nichts wurde geändert. Bitte beginnen Sie neu.',
    },
    orcidUnavailable: {
      title: 'ORCID antwortet nicht',
      text: 'Wir konnten die Verbindung nicht abschließen, weil ORCID nicht rechtzeitig geantwortet hat. Bei diesem Versuch haben wir weder eine iD noch eine Erlaubnis gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal. Wenn ORCID uns trotzdem unter „Trusted organizations“ aufführt, können Sie uns dort entfernen.',
    },
    answerLost: {
      title: 'Die Antwort von ORCID ging verloren',
      text: 'Wir wissen nicht, ob ORCID uns Ihre Erlaubnis gegeben hat, denn die Antwort kam nicht bei uns an oder ließ sich nicht aufbewahren. Wir haben nichts davon. Verbinden Sie sich noch einmal; oder entfernen Sie uns, wenn Sie das nicht mehr möchten, bei ORCID unter „Trusted organizations“ (vertrauenswürdige Organisationen).',
    },
    unreadable: {
      title: 'Wir konnten diese Anfrage nicht lesen',
      text: 'Sie war zu groß oder nicht so geschrieben, wie sie sein sollte. Bitte gehen Sie zum Anfang zurück und versuchen Sie es noch einmal.',
    },
    signInRefused: {
      title: 'Die Anmeldung ist nicht gelungen',
      text: 'Wir konnten die Antwort Ihrer Einrichtung nicht annehmen. Bitte versuchen Sie es noch einmal; wenn es wieder geschieht, schreiben Sie uns.',
    },
    logoutRefused: {
      title: 'Wir konnten diese Abmeldung nicht annehmen',
      text: 'Wenn Sie sich hier abgemeldet haben, ist Ihre Sitzung hier beendet; ob sie es auch bei Ihrer Einrichtung ist, wissen wir nicht. Wenn andere dieses Gerät benutzen, schließen Sie den Browser.',
    },
    signInFirst: {
      title: 'Bitte melden Sie sich zuerst an',
      text: 'Sie sind nicht angemeldet, oder Ihre Sitzung ist beendet. Nichts wurde geändert.',
    },
    administratorsOnly: {
      title: 'Diese Seite ist für die Verwaltung',
      text: 'Die Anmeldung Ihrer Einrichtung sagt nicht, dass Sie sie verwalten. Falls doch, fragen Sie die Stelle, die diese Anmeldung betreut.',
    },
    formExpired: {
      title: 'Dieses Formular ist abgelaufen',
      text: 'Bitte gehen Sie zurück, laden Sie die Seite neu und senden Sie es noch einmal. Nichts wurde geändert.',
    },
    notFound: { title: 'Diese Seite gibt es nicht', text: 'Die Adresse ist vielleicht alt oder vertippt.' },
    internal: {
      title: 'Etwas ist schiefgegangen',
      text: 'Das ist unser Fehler, und wir haben ihn vermerkt. Bitte versuchen Sie es später noch einmal.',
    },
    incident: (code) => `Wenn Sie uns schreiben, nennen Sie bitte diesen Code: ${code}`,
    tryAgain: 'Noch einmal versuchen',
    toStart: 'Zur Startseite',
    toConnection: 'Zu meiner Verbindung',
  },
};
