import type { Texts } from './en.ts';

export const fr: Texts = {
  locale: 'fr',
  languageName: 'Français',
  skipToContent: 'Aller au contenu',
  language: 'Langue',
  testEnvironment: 'Environnement de test : les iD affichés ne sont pas réels et rien ne parvient à orcid.org.',
  privacy: 'Confidentialité',
  peopleLink: 'Les ORCID iD de notre personnel',
  questions: (mail) => `Des questions ? Écrivez à ${mail}.`,
  signOut: 'Se déconnecter',
  signedInAs: (name) => `Connecté en tant que ${name}`,

  home: {
    title: 'Reliez votre ORCID iD',
    lead: (institution) =>
      `${institution} tient à jour dans votre dossier ORCID® ce qu’elle sait de votre travail, pour que vous n’ayez pas à le saisir de nouveau.`,
    signIn: (institution) => `Se connecter : ${institution}`,
    whatIsOrcid: 'Qu’est-ce qu’ORCID ?',
    orcidExplained:
      'Un ORCID iD est un identifiant gratuit et durable qui vous distingue de vos homonymes et vous suit quand vous changez d’établissement. Il n’appartient qu’à vous.',
  },

  service: {
    name: (institution) => `ORCID à ${institution}`,
    description: (institution) =>
      `Connectez votre ORCID iD, afin que ${institution} tienne à jour ses informations sur vous dans votre dossier ORCID.`,
  },

  sections: {
    employment: 'Emploi',
    education: 'Formation',
    qualification: 'Qualifications',
    'invited-position': 'Postes sur invitation',
    distinction: 'Distinctions',
    membership: 'Adhésions',
    service: 'Service',
    work: 'Travaux',
    funding: 'Financement',
    'peer-review': 'Évaluation par les pairs',
    'research-resource': 'Ressources de recherche',
    'researcher-url': 'Sites web et réseaux sociaux',
    'external-identifier': 'Autres identifiants',
    keyword: 'Mots-clés',
    'other-name': 'Autres noms',
    address: 'Pays',
  },

  discovery: {
    title: 'Où vous connectez-vous ?',
    lead: 'Choisissez l’organisation dont vous utilisez le compte. Vous vous y connectez ; nous ne voyons jamais votre mot de passe.',
    search: 'Nom, lieu ou domaine',
    button: 'Rechercher',
    results: 'Organisations',
    none: 'Aucune organisation n’a tous ces mots dans son nom. Essayez-en moins, ou le domaine de ses adresses électroniques.',
    last: 'Votre dernière connexion',
    forget: 'Oublier ce choix',
    more: 'Plus d’organisations',
    all: 'Tout afficher',
  },

  connect: {
    title: 'Reliez votre ORCID iD',
    youAre: (name) => `Vous êtes connecté en tant que ${name}.`,
    notYou: 'Si ce n’est pas vous, déconnectez-vous maintenant.',
    why: (institution) => `Pourquoi le relier à ${institution} ?`,
    whyText: (institution) =>
      `Les financeurs et les éditeurs font confiance à une affiliation confirmée par l’établissement lui-même. ${institution} ajoutera la vôtre, la corrigera et y mettra une date de fin à votre départ, sans que vous ayez à intervenir.`,
    reads: 'Ce que nous lisons',
    readsText:
      'Votre iD, votre nom tel qu’ORCID l’affiche, et les éléments que vous partagez avec tous ou avec des organismes de confiance.',
    writes: 'Ce que nous écrivons',
    writesText: (institution, sections) =>
      `Ce que ${institution} sait de vous, dans ces sections de votre dossier : ${sections}. Pour les affiliations, comme un emploi : organisme, service, fonction, début et fin. Nous ne modifions que ce que nous avons ajouté, jamais un élément à vous.`,
    shows: 'Ce que nous affichons',
    showsText: 'Votre nom et votre iD figurent sur notre liste publique d’ORCID iD tant que vous êtes relié.',
    stays: 'Votre choix',
    staysText:
      'ORCID vous demandera de vous y connecter et de donner votre accord. Ensuite, sauf si c’est l’iD auquel vous êtes déjà relié, nous vous le montrons et vous demandons s’il est le vôtre ; rien n’est écrit avant. Vous pouvez refuser, et vous pouvez rompre le lien ici ou chez ORCID à tout moment.',
    button: 'Créer ou relier votre ORCID iD',
    preview: {
      today: 'Ce que nous écririons aujourd’hui',
      todayText: 'Avec votre permission, voici ce que nous écririons aujourd’hui dans votre dossier :',
      nothing: (institution) =>
        `Rien ne serait écrit aujourd’hui : ${institution} ne déclare aujourd’hui rien à votre sujet qui ait sa place dans votre dossier. Si ce n’est pas exact, dites-le-nous.`,
      ends: 'Une date de fin s’y ajoute une fois le dernier jour passé.',
      before:
        'Votre iD a déjà été relié : ce qui figure déjà dans votre dossier n’y est pas écrit une seconde fois, et ce que vous en avez retiré n’y revient pas.',
      later: 'Ce que nous écririons plus tard',
      laterText: 'Ce qui suit commence plus tard. Nous l’écririons le jour où cela commence :',
      others: (count) => `Afficher les autres (${count})`,
    },
  },

  confirm: {
    title: 'Est-ce bien votre ORCID iD ?',
    lead: 'ORCID nous a dit qui est connecté là-bas dans ce navigateur. Vérifiez que c’est bien vous.',
    account: (institution) => `Votre compte auprès de ${institution}`,
    orcid: 'L’ORCID iD reçu d’ORCID',
    differs:
      'Les deux noms n’ont rien en commun. Cela peut être exact, par exemple après un changement de nom. Mais si quelqu’un d’autre a utilisé ce navigateur avant vous, cet iD est peut-être le sien.',
    nothingYet: (until) =>
      `Avec cette permission, nous n’avons encore rien lu ni écrit. Sans réponse de votre part avant ${until}, il est demandé à ORCID d’y mettre fin.`,
    yes: 'Oui, relier mon iD',
    no: 'Ne pas relier',
    notYours: 'Ce n’est pas votre iD ?',
    notYoursText:
      'Alors nous rendons la permission, et ORCID demande qui vous êtes. Connectez-vous là-bas avec votre propre compte, ou inscrivez-vous.',
    signInAgain: 'Se connecter chez ORCID sous un autre nom',
    signOutHint:
      'Si ORCID ne vous demande rien, déconnectez-vous d’abord là-bas ; un nouvel onglet s’ouvre, avec une ligne de texte technique.',
    signOut: 'Se déconnecter d’ORCID',
    notConfirmed: {
      title: 'Aucun iD n’a été relié',
      text: 'Par cette tentative, rien n’a été relié ni écrit. Si ORCID nous a donné une permission pour cela, il lui est demandé d’y mettre fin. Vous pouvez relier votre iD quand vous voulez.',
    },
  },

  denied: {
    title: 'Vous n’avez pas relié votre ORCID iD',
    text: (institution) =>
      `Vous avez choisi de ne pas partager votre ORCID iD avec ${institution}. Cette fois, ORCID ne nous a donné ni iD ni permission, et rien n’a été écrit. De cette tentative, nous ne gardons que votre refus et sa date.`,
    earlierTitle: 'Vous n’avez pas donné de nouvelle permission',
    earlierText: (institution) =>
      `Vous n’avez pas donné de nouvelle permission à ${institution} chez ORCID. Votre lien et ce que vous aviez permis auparavant sont tels qu’ils étaient.`,
    stillConnected: 'Vous restez relié par cet iD :',
    stillStands: 'Votre refus n’a rien changé dans votre dossier. « Mon lien » indique où en est chaque élément.',
    offer: (institution) =>
      `ORCID vous donne un identifiant gratuit et durable. Avec votre accord, ${institution} tiendrait à jour ses informations sur vous dans votre dossier. Vous pouvez le relier quand vous voulez :`,
  },

  connection: {
    title: 'Mon lien',
    storedId: 'L’ORCID iD enregistré ici',
    connectedTitle: 'Votre ORCID iD est relié',
    connectedSince: (date) => `Relié depuis le ${date}.`,
    privateName: 'Votre nom est privé chez ORCID ; nous n’en avons pas besoin.',
    permissions: 'Ce que vous avez permis',
    permission: {
      read: 'Lire ce que vous partagez avec des organismes de confiance',
      writeActivities:
        'Ajouter et corriger nos informations sur votre activité : affiliations, travaux, financement et autres',
      writePerson: 'Ajouter et corriger nos informations sur vous : liens, identifiants, mots-clés et autres',
      onlyId: 'Connaître votre iD, rien d’autre',
    },
    refusal: {
      keyLostTitle: 'Notre permission ne peut plus être utilisée',
      keyLostText: (institution) =>
        `La clé qui la protégeait ici a été perdue ; nous ne pouvons donc rien changer dans votre dossier. Reliez votre iD de nouveau ; ${institution} continuera alors avec les mêmes éléments.`,
      doubtedTitle: 'ORCID refuse notre permission pour le moment',
      doubtedText: (since) =>
        `ORCID la refuse depuis le ${since}. Il répond de même quand une partie d’ORCID est en panne ; de nous-mêmes, nous n’en concluons donc encore rien : nous redemandons environ toutes les demi-heures et n’écrivons rien tant que la réponse n’est pas claire. Si vous avez retiré la permission chez ORCID, vous n’avez rien à faire.`,
      ask: 'Demander à ORCID maintenant',
      askHint:
        'Si ORCID refuse maintenant notre permission deux fois, nous la tiendrons pour terminée et cette page vous proposera de relier votre iD de nouveau. Nous demandons au plus une fois par minute.',
      asking: 'Nous demandons à ORCID.',
      lockedTitle: 'Votre dossier est verrouillé chez ORCID',
      lockedText: (since) =>
        `ORCID nous l’indique depuis le ${since}. Nous regardons chaque jour si le dossier est de nouveau ouvert, et continuons alors de nous-mêmes. L’assistance d’ORCID peut vous dire pourquoi il est verrouillé.`,
      deactivatedTitle: 'Votre dossier est désactivé chez ORCID',
      deactivatedText: (since, institution) =>
        `ORCID nous l’indique depuis le ${since}. Avec le dossier, ORCID a mis fin définitivement à notre permission ; nous n’écrivons donc rien. Quand vous aurez réactivé le dossier, reliez votre iD de nouveau ; ${institution} continuera avec les mêmes éléments.`,
      mergedTitle: 'Votre dossier a été fusionné avec un autre',
      mergedText:
        'ORCID n’accepte plus rien pour cet iD. Reliez l’iD que vous utilisez maintenant ; il prendra ici la place de celui-ci.',
      mergedInto: 'ORCID indique cet iD :',
    },
    pausedProgress: 'Rien n’est écrit pour le moment ; la raison figure en haut de cette page.',
    lesser:
      'Vous avez permis moins que ce que nous demandions ; rien n’est donc écrit dans votre dossier. Vous pouvez relier votre iD de nouveau pour le permettre.',
    connectAgain: 'Relier de nouveau',
    items: 'Ce que nous écrivons dans votre dossier',
    noItems: (institution) =>
      `${institution} n’a aujourd’hui rien à écrire dans votre dossier. Si ce n’est pas exact, dites-le-nous.`,
    since: (start) => `depuis ${start}`,
    until: (start, end) => (start === '' ? `jusqu’à ${end}` : `${start} à ${end}`),
    standings: {
      present: { state: 'Dans votre dossier', next: '' },
      creating: { state: 'Écriture en cours …', next: 'Vous n’avez rien à faire.' },
      updating: { state: 'Modification en cours …', next: 'Vous n’avez rien à faire.' },
      'removing-until-later': {
        state:
          'D’après les données de l’établissement, cela commence plus tard ; nous le retirons donc de votre dossier jusque-là.',
        next: 'Nous l’écrirons de nouveau le jour où cela commence.',
      },
      removing: {
        state: 'L’établissement ne le déclare plus ; nous le retirons donc de votre dossier.',
        next: 'Vous n’avez rien à faire.',
      },
      'waiting-new': {
        state: 'Pas encore dans votre dossier',
        next: 'Nous ne pouvons pas écrire pour le moment ; la raison figure en haut de cette page. Dès que ce sera de nouveau possible, nous l’écrirons.',
      },
      'waiting-change': {
        state: 'Dans votre dossier, sans changement ; une modification reste à écrire',
        next: 'Nous ne pouvons pas écrire pour le moment ; la raison figure en haut de cette page. Dès que ce sera de nouveau possible, nous l’écrirons.',
      },
      'waiting-removal': {
        state: 'Encore dans votre dossier, bien que l’établissement ne le déclare pas pour aujourd’hui',
        next: 'Nous ne pouvons pas écrire pour le moment ; la raison figure en haut de cette page. Dès que ce sera de nouveau possible, nous le retirerons.',
      },
      'held-change': {
        state: 'Une modification attend l’approbation d’une personne de l’établissement. D’ici là, rien ne change.',
        next: 'La décision revient à l’établissement ; vous n’avez rien à faire.',
      },
      'held-until-later': {
        state:
          'D’après les données de l’établissement, cela commence plus tard. Son retrait de votre dossier attend l’approbation d’une personne de l’établissement ; d’ici là, il reste.',
        next: 'La décision revient à l’établissement ; vous n’avez rien à faire.',
      },
      'held-removal': {
        state:
          'L’établissement ne le déclare plus. Son retrait de votre dossier attend l’approbation d’une personne de l’établissement ; d’ici là, il reste.',
        next: 'La décision revient à l’établissement ; vous n’avez rien à faire.',
      },
      'rejected-change': {
        state: 'Une personne de l’établissement a décidé qu’une modification ne serait pas écrite. Rien ne change.',
        next: 'Rien d’autre ne se passe tant que les données de l’établissement ne changent pas.',
      },
      'rejected-until-later': {
        state:
          'D’après les données de l’établissement, cela commence plus tard. Une personne de l’établissement a décidé qu’il resterait malgré tout dans votre dossier.',
        next: 'Rien d’autre ne se passe tant que les données de l’établissement ne changent pas.',
      },
      'rejected-removal': {
        state:
          'L’établissement ne le déclare plus. Une personne de l’établissement a décidé qu’il resterait malgré tout dans votre dossier.',
        next: 'Rien d’autre ne se passe tant que les données de l’établissement ne changent pas.',
      },
      unanswered: {
        state:
          'Nous avons envoyé à ORCID une modification de cet élément, et aucune réponse ne nous est parvenue. Nous ne savons pas encore ce qu’il en est dans votre dossier.',
        next: 'Nous regardons votre dossier avant d’envoyer quoi que ce soit d’autre à ce sujet ; vous n’avez rien à faire.',
      },
      'in-doubt': {
        state:
          'Nous ne savons pas encore si cela figure dans votre dossier, car la réponse d’ORCID ne nous est pas parvenue.',
        next: 'Nous le vérifions avant de l’écrire ; vous n’avez rien à faire.',
      },
      missing: {
        state: 'ORCID ne l’affichait pas lors de notre dernière vérification.',
        next: 'Nous vérifierons de nouveau avant d’en conclure quoi que ce soit, et ne changeons rien d’ici là.',
      },
      'removed-by-owner': {
        state: 'Il n’est plus dans votre dossier, et ce n’est pas nous qui l’avons retiré.',
        next: 'Nous ne l’ajouterons plus, sauf si vous le demandez.',
      },
      'not-ours': {
        state:
          'Dans votre dossier, mais nous ne pouvons plus le modifier : il a été écrit sous un autre enregistrement de notre part chez ORCID.',
        next: 'Nous le laissons tel quel. Si ce n’est pas exact, écrivez-nous.',
      },
      'not-ours-over': {
        state:
          'Dans votre dossier, bien que l’établissement ne le déclare pas pour aujourd’hui. Nous ne pouvons pas le retirer : il a été écrit sous un autre enregistrement de notre part chez ORCID.',
        next: 'Nous le laissons tel quel. Vous pouvez le retirer chez ORCID, ou nous écrire.',
      },
      'uncovered-new': {
        state: 'Pas dans votre dossier : votre permission ne couvre pas cette section.',
        next: 'Nous ne l’écrivons pas. Reliez votre iD de nouveau si vous voulez le permettre.',
      },
      'uncovered-present': {
        state: 'Dans votre dossier, mais votre permission ne couvre plus cette section.',
        next: 'Nous le laissons tel quel. Reliez votre iD de nouveau si vous voulez que nous le tenions à jour.',
      },
      'uncovered-over': {
        state:
          'Dans votre dossier, bien que l’établissement ne le déclare pas pour aujourd’hui. Votre permission ne couvre plus cette section.',
        next: 'Nous le laissons tel quel. Vous pouvez le retirer chez ORCID, ou relier votre iD de nouveau pour que nous le retirions.',
      },
      'refused-new': {
        state: 'Pas dans votre dossier : il n’a pas pu être écrit tel quel.',
        next: 'Nous n’enverrons pas la même chose une seconde fois. Dès que l’établissement aura corrigé ses données, nous réessaierons. « C’est inexact » vous mène à ceux qui s’en occupent.',
      },
      'refused-change': {
        state: 'Dans votre dossier, sans changement : une modification n’a pas pu être écrite.',
        next: 'Nous n’enverrons pas la même chose une seconde fois. Dès que l’établissement aura corrigé ses données, nous réessaierons. « C’est inexact » vous mène à ceux qui s’en occupent.',
      },
      'blocked-new': {
        state: 'Pas dans votre dossier : ORCID ne nous a pas laissés l’écrire.',
        next: 'Nous réessayons de nous-mêmes. Si cela dure, écrivez-nous.',
      },
      'blocked-change': {
        state: 'Dans votre dossier, sans changement : ORCID ne nous a pas laissés le modifier.',
        next: 'Nous réessayons de nous-mêmes. Si cela dure, écrivez-nous.',
      },
      'blocked-removal': {
        state:
          'Encore dans votre dossier, bien que l’établissement ne le déclare pas pour aujourd’hui : ORCID ne nous a pas laissés le retirer.',
        next: 'Nous réessayons de nous-mêmes. Vous pouvez aussi le retirer chez ORCID.',
      },
      'same-stands': {
        state: 'La même chose figure déjà dans votre dossier : l’établissement la déclare deux fois.',
        next: 'Nous ne l’écrivons pas une seconde fois.',
      },
    },
    causes: {
      'organization-unknown': 'ORCID ne connaît pas l’organisme sous l’identifiant que donne l’établissement.',
      'organization-missing': 'L’organisme manque.',
      'place-missing': 'La ville ou le pays de l’organisme manque.',
      'country-missing': 'Le pays de l’organisme manque.',
      'nothing-identifies': 'Ni l’organisme ni l’élément n’a d’identifiant qu’ORCID accepte.',
      'identifier-invalid': 'Un identifiant, tel qu’un DOI ou un ISSN, manque ou n’est pas valide.',
      'title-missing': 'Le titre manque.',
      'date-invalid': 'Une date n’existe pas dans le calendrier.',
      'start-missing': 'La date de début manque.',
      'end-before-start': 'La fin précède le début.',
      'amount-invalid': 'Le montant n’est pas un nombre qu’ORCID puisse lire.',
      'word-unknown': 'Un type, un rôle, une langue, un pays ou une devise ne figure pas parmi ceux qu’ORCID connaît.',
      'form-invalid': 'Quelque chose n’y a pas la forme qu’ORCID exige.',
      'too-long': 'C’est trop long pour ORCID.',
      'not-sent': 'Il y manque quelque chose qu’ORCID exige ; nous ne l’avons donc pas envoyé.',
      'record-full': 'Votre dossier contient déjà autant d’éléments qu’ORCID en admet.',
      'another-source': 'ORCID indique que cet élément a été écrit par une autre source.',
      'not-covered': 'ORCID indique que notre permission ne couvre pas cela.',
      'record-unknown': 'ORCID a indiqué ne pas connaître le dossier ou l’élément.',
      other: 'La raison, en anglais, telle que nous l’avons reçue :',
    },
    proposal: {
      stands: 'Dans votre dossier :',
      due: 'À écrire :',
      held: 'En attente d’approbation :',
      rejected: 'Ne sera pas écrit, sur décision de l’établissement :',
      refused: 'N’a pas pu être écrit :',
      stated: 'Ce que l’établissement déclare maintenant :',
      onlyDetails: 'Les deux ne diffèrent que par des détails non affichés ici, tels qu’un identifiant.',
    },
    unseen:
      'Nous ne savons pas ce que dit l’élément dans votre dossier ; ce qui est affiché ici est ce que déclare l’établissement.',
    wrong: {
      link: 'C’est inexact',
      linkOf: (item) => `C’est inexact : ${item}`,
      subject: (item) => `Inexact dans mon dossier ORCID : ${item}`,
      describe: 'Ce qui est inexact, et ce qui serait juste :',
      keep: 'Veuillez laisser ces lignes, afin que nous retrouvions l’élément :',
      row: (feed, person, row) => `Source des données : ${feed} ; numéro de la personne : ${person} ; ligne : ${row}`,
    },
    reading: {
      title: 'Ce que nous lisons, et quand',
      text: 'Quand nous consultons votre dossier, nous y cherchons les éléments que nous avons écrits, pour voir s’ils y sont encore. De tous les autres, nous ne gardons rien.',
      accepted: (moment) => `ORCID a accepté notre permission pour la dernière fois le ${moment}.`,
      test: 'Vérifier mon lien',
      hint: 'Nous demandons à ORCID si notre permission est toujours valable et si nos éléments y sont ; si ORCID la refuse deux fois, nous la tiendrons pour terminée. Vous pouvez le faire une fois par minute.',
      running: 'Nous vérifions votre lien.',
      late: 'La vérification que vous avez demandée n’a pas encore eu lieu. Nous la ferons dès que possible ; inutile d’attendre ici.',
      answered: (moment) => `Vérifié le ${moment} : ORCID a répondu, et notre permission est valable.`,
      noResult: (moment) =>
        `La vérification du ${moment} n’a donné aucun résultat ; le plus souvent, ORCID est alors en panne ou surchargé. Nous n’en concluons rien. Réessayez plus tard, s’il vous plaît.`,
    },
    addAgain: 'L’ajouter de nouveau',
    addAgainOf: (item) => `L’ajouter de nouveau : ${item}`,
    putCode: (code) => `put-code ${code}`,
    putCodeWritten: (code, day) => `put-code ${code}, écrit le ${day}`,
    putCodeExplained:
      'Le put-code est le numéro qu’ORCID donne à un élément. C’est par lui que nous retrouvons le nôtre ; indiquez-le si vous nous écrivez.',
    viewRecord: 'Voir votre dossier chez ORCID',
    refresh: 'Actualiser',
    working: 'Nous écrivons dans votre dossier.',
    byItself: 'Cette page affichera le résultat d’elle-même.',
    workDone: 'À notre connaissance, tout ce qui suit figure dans votre dossier.',
    partDone: (done, total) =>
      `Rien n’est en cours d’écriture pour le moment. Dans votre dossier tel que l’établissement le déclare : ${done} sur ${total}. Ci-dessous, chaque élément indique où il en est.`,
    later: 'Cela prend plus de temps que d’habitude. Nous continuons sans vous ; inutile d’attendre ici.',
    disconnect: 'Rompre le lien',
    disconnectTitle: 'Rompre le lien avec votre ORCID iD ?',
    disconnectText: (institution) =>
      `${institution} oublie la permission et demande à ORCID d’y mettre fin. Nous ne retirons rien du dossier ORCID de cet iD : ce que nous y avons écrit, son titulaire peut l’y retirer. Nous ne le corrigerons plus et ne mettrons plus de date de fin à un emploi.`,
    disconnectKeyLostText: (institution) =>
      `${institution} oublie la permission, mais ne peut pas demander à ORCID d’y mettre fin, car la clé qui la protégeait ici a été perdue ; vous pouvez la retirer vous-même chez ORCID. Nous ne retirons rien du dossier ORCID de cet iD : ce que nous y avons écrit, son titulaire peut l’y retirer. Nous ne le corrigerons plus et ne mettrons plus de date de fin à un emploi.`,
    keep: 'Garder le lien',
    disconnectedTitle: 'Le lien avec votre ORCID iD est rompu',
    disconnectedText: 'Nous avons oublié la permission, et ORCID est prié d’y mettre fin.',
    disconnectedKeyLostText:
      'Nous avons oublié la permission, mais ne pouvons pas demander à ORCID d’y mettre fin, car la clé qui la protégeait ici a été perdue ; vous pouvez la retirer vous-même chez ORCID.',
    deactivatedTitle: 'Votre permission a pris fin avec votre dossier ORCID',
    deactivatedText: (institution) =>
      `ORCID indique que votre dossier est désactivé et a mis fin définitivement à notre permission. Quand vous l’aurez réactivé, reliez votre iD de nouveau ; ${institution} continuera avec les mêmes éléments.`,
    staffEndedTitle: 'Votre établissement a mis fin à ce lien',
    staffEndedText: (institution, isTakenOff) =>
      `La personne chargée des iD ORCID chez ${institution} a mis fin au lien entre cet iD et votre compte ; cela signifie le plus souvent que l’iD appartient à quelqu’un d’autre. ${isTakenOff ? 'Ce que nous avions écrit dans ce dossier, nous le retirons dans la mesure où ORCID le permet, puis nous demandons à ORCID de mettre fin à la permission.' : 'Ce que nous avions écrit reste dans ce dossier, et nous demandons à ORCID de mettre fin à la permission.'} Vous pouvez relier votre propre iD à tout moment ; s’il s’agit d’une erreur, écrivez-nous, s’il vous plaît.`,
    replacedTitle: 'Votre lien est en cours de renouvellement',
    replacedText: (institution) =>
      `${institution} utilise désormais un autre enregistrement chez ORCID. Reliez votre iD de nouveau, s’il vous plaît.`,
    revokedTitle: 'Votre permission a pris fin',
    revokedText: (institution) =>
      `ORCID n’accepte plus notre permission ; en général, cela signifie qu’elle y a été retirée. ${institution} ne peut plus corriger ses informations dans votre dossier. Vous pouvez relier votre iD de nouveau quand vous voulez.`,
  },

  people: {
    title: 'Les ORCID iD de notre personnel',
    lead: (institution) =>
      `Les personnes de ${institution} qui ont relié leur ORCID iD. Chaque iD a été confirmé chez ORCID par son titulaire.`,
    none: 'Personne n’a encore relié d’iD.',
    next: 'Page suivante',
    viewRecord: 'Voir le dossier ORCID',
  },

  signedOut: {
    title: 'Vous êtes déconnecté',
    here: 'Votre session ici est terminée.',
    next: (name: string) =>
      `Nous vous déconnectons maintenant aussi de ${name}. Tant que ce n’est pas confirmé, vous y êtes peut-être encore connecté.`,
    done: (name: string) => `${name} vous a aussi déconnecté.`,
    unknown: (name: string) =>
      `${name} ne nous a pas confirmé que vous y êtes aussi déconnecté. Si d’autres personnes utilisent cet appareil, déconnectez-vous-y également ou fermez le navigateur.`,
    goOn: (name: string) => `Se déconnecter de ${name}`,
    toStart: 'Retour au début',
  },
  administration: {
    title: (institution: string) => `Vous administrez ${institution}`,
    link: 'Administration',
    lead: 'La connexion de votre établissement vous donne cette vue. Rien ne se modifie ici.',
    held: {
      title: 'Modifications de dossiers en attente d’une décision',
      text: (changes: number, people: number, since: string) =>
        `En attente depuis le ${since}. Modifications : ${changes}. Personnes : ${people}. Elles retireraient des dossiers, en un jour, plus que ce qui passe sans question ; rien n’en est écrit tant que personne n’a décidé.`,
      risks: {
        removed: (count: number) => `Éléments qui seraient supprimés : ${count}`,
        erased: (count: number) =>
          `Éléments qui perdraient une information, telle que la fonction ou le service : ${count}`,
        reopened: (count: number) => `Dates de fin qui seraient retirées : ${count}`,
        'starts-later': (count: number) =>
          `Éléments qui seraient supprimés parce qu’ils commencent désormais plus tard : ${count}`,
        'another-job': (count: number) =>
          `Éléments dont le lieu, la fonction ou le début changeraient, deux à la fois : ${count}`,
        'ended-by-absence': (count: number) =>
          `Éléments qui prendraient fin parce que le fichier ne les mentionne plus : ${count}`,
        'ended-long-ago': (count: number) => `Éléments qui prendraient fin à une date lointaine : ${count}`,
      },
      decide:
        'Vérifiez que le fichier est juste. La personne qui exploite ce service décide ensuite avec les commandes « release-plan » ou « reject-plan » du scheduler.',
    },
    signIn: 'Connexion',
    noSources: 'Aucun fournisseur d’identité n’est configuré.',
    states: {
      current: 'À jour',
      overdue: 'Non lu depuis plus de deux jours : le planificateur ne fonctionne pas.',
      failing: 'N’a pas pu être lu la dernière fois. La dernière bonne copie est utilisée.',
      expiring:
        'Expire dans deux jours ou a expiré. Les personnes de ces organisations ne peuvent alors plus se connecter.',
      unread: 'Sera lu dans l’heure.',
    },
    providers: (usable: number, unusable: number) =>
      `Fournisseurs d’identité : ${usable}.${unusable > 0 ? ` Inutilisables : ${unusable}.` : ''}`,
    expiring: (count: number) => `Expirent : ${count}.`,
    readAt: (time: string) => `Dernière lecture : ${time}.`,
    failure: 'Raison :',
    hints: 'ORCID iD connus de votre connexion',
    hintsText:
      'Une simple indication pour vous : personne n’a prouvé que ces iD sont les siens, donc rien n’est jamais écrit d’après eux. Un iD compte dès que son titulaire le relie.',
    noHints: 'Votre connexion ne nous a encore indiqué aucun iD.',
    connected: { not: 'Non relié', same: 'Relié', other: 'Relié avec un autre iD' },
  },

  problems: {
    heldByAnother: {
      title: 'Cet iD est relié à quelqu’un d’autre',
      text: 'Une autre personne de votre établissement a relié cet ORCID iD. Nous n’avons rien changé. Étiez-vous connecté chez ORCID sous un autre nom ? Alors connectez-vous là-bas avec votre propre compte ; sinon, écrivez-nous.',
    },
    hasAnotherId: {
      title: 'Vous êtes relié à un autre iD',
      text: (orcid) =>
        `Votre compte est relié à ${orcid}. Rompez d’abord ce lien si vous voulez relier un autre iD. Nous n’avons rien changé.`,
    },
    notBegunHere: {
      title: 'Cette page a expiré',
      text: 'La démarche n’a pas été commencée dans cette session, ou cette page a déjà été ouverte. Rien n’a été changé. Veuillez recommencer.',
    },
    noAnswer: {
      title: 'ORCID n’a pas envoyé de réponse',
      text: 'ORCID vous a renvoyé sans réponse. Rien n’a été changé. Veuillez recommencer.',
    },
    refusedRequest: {
      title: 'ORCID n’a pas accepté notre demande',
      text: 'Ce n’est pas votre faute : quelque chose ne va pas dans notre configuration chez ORCID. Écrivez-nous, s’il vous plaît.',
    },
    codeRefused: {
      title: 'Le lien n’a pas abouti',
      text: 'ORCID n’a plus accepté sa propre réponse, peut-être parce que cela a pris trop de temps. Rien n’a été changé. Veuillez recommencer.',
    },
    orcidUnavailable: {
      title: 'ORCID ne répond pas',
      text: 'Nous n’avons pas pu terminer parce qu’ORCID n’a pas répondu à temps. Lors de cette tentative, nous n’avons enregistré ni iD ni permission. Veuillez réessayer dans quelques minutes. Si ORCID nous mentionne malgré tout sous « Trusted organizations », vous pouvez nous y retirer.',
    },
    answerLost: {
      title: 'La réponse d’ORCID s’est perdue',
      text: 'Nous ne savons pas si ORCID nous a donné votre permission, car sa réponse ne nous est pas parvenue ou n’a pas pu être conservée. Nous n’en avons rien. Connectez-vous de nouveau ; ou, si vous ne le souhaitez plus, retirez-nous chez ORCID sous « Trusted organizations » (organisations de confiance).',
    },
    unreadable: {
      title: 'Nous n’avons pas pu lire cette requête',
      text: 'Elle était trop grande ou mal écrite. Veuillez revenir au début et réessayer.',
    },
    signInRefused: {
      title: 'La connexion n’a pas fonctionné',
      text: 'Nous n’avons pas pu accepter la réponse de votre établissement. Veuillez réessayer ; si cela se reproduit, écrivez-nous.',
    },
    logoutRefused: {
      title: 'Nous n’avons pas pu accepter ce message de déconnexion',
      text: 'Si vous vous êtes déconnecté ici, votre session ici est terminée ; nous ne savons pas si elle l’est aussi dans votre établissement. Si d’autres personnes utilisent cet appareil, fermez le navigateur.',
    },
    signInFirst: {
      title: 'Veuillez d’abord vous connecter',
      text: 'Vous n’êtes pas connecté, ou votre session est terminée. Rien n’a été changé.',
    },
    administratorsOnly: {
      title: 'Cette page est réservée à l’administration',
      text: 'La connexion de votre établissement n’indique pas que vous l’administrez. Si c’est le cas, adressez-vous à ceux qui s’en occupent.',
    },
    formExpired: {
      title: 'Ce formulaire a expiré',
      text: 'Revenez en arrière, rechargez la page et envoyez-le de nouveau. Rien n’a été changé.',
    },
    notFound: { title: 'Cette page n’existe pas', text: 'L’adresse est peut-être ancienne ou mal saisie.' },
    internal: {
      title: 'Quelque chose s’est mal passé',
      text: 'C’est notre faute, et nous l’avons noté. Veuillez réessayer plus tard.',
    },
    incident: (code) => `Si vous nous écrivez, indiquez ce code : ${code}`,
    tryAgain: 'Réessayer',
    toStart: 'À la page d’accueil',
    toConnection: 'À mon lien',
  },
};
