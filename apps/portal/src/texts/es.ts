import type { Texts } from './en.ts';

export const es: Texts = {
  locale: 'es',
  languageName: 'Español',
  skipToContent: 'Saltar al contenido',
  language: 'Idioma',
  testEnvironment: 'Entorno de prueba: los iD que se muestran no son reales y nada llega a orcid.org.',
  privacy: 'Privacidad',
  peopleLink: 'ORCID iD de nuestro personal',
  questions: (mail) => `¿Preguntas? Escriba a ${mail}.`,
  signOut: 'Cerrar sesión',
  signedInAs: (name) => `Sesión iniciada como ${name}`,

  home: {
    title: 'Conecte su ORCID iD',
    lead: (institution) =>
      `${institution} mantiene al día en su registro ORCID® lo que sabe de su trabajo, para que usted no tenga que escribirlo otra vez.`,
    signIn: (institution) => `Iniciar sesión en ${institution}`,
    whatIsOrcid: '¿Qué es ORCID?',
    orcidExplained:
      'Un ORCID iD es un identificador gratuito y duradero que le distingue de quienes tienen su mismo nombre y le acompaña cuando cambia de institución. Le pertenece solo a usted.',
  },

  service: {
    name: (institution) => `ORCID en ${institution}`,
    description: (institution) =>
      `Conecte su ORCID iD para que ${institution} mantenga correctas sus entradas sobre usted en su registro ORCID.`,
  },

  sections: {
    employment: 'Empleo',
    education: 'Educación',
    qualification: 'Cualificaciones',
    'invited-position': 'Puestos por invitación',
    distinction: 'Distinciones',
    membership: 'Membresías',
    service: 'Servicio',
    work: 'Trabajos',
    funding: 'Financiación',
    'peer-review': 'Evaluación por pares',
    'research-resource': 'Recursos de investigación',
    'researcher-url': 'Sitios web y redes sociales',
    'external-identifier': 'Otros identificadores',
    keyword: 'Palabras clave',
    'other-name': 'Otros nombres',
    address: 'Países',
  },

  discovery: {
    title: '¿Dónde inicia sesión?',
    lead: 'Elija la organización cuya cuenta utiliza. Allí inicia sesión; nosotros nunca vemos su contraseña.',
    search: 'Nombre, lugar o dominio',
    button: 'Buscar',
    results: 'Organizaciones',
    none: 'Ninguna organización tiene todas estas palabras en su nombre. Pruebe con menos, o con el dominio de sus direcciones de correo.',
    last: 'Aquí inició sesión la última vez',
    forget: 'Olvidar esta elección',
    more: 'Más organizaciones',
    all: 'Mostrar todas',
  },

  connect: {
    title: 'Conecte su ORCID iD',
    youAre: (name) => `Ha iniciado sesión como ${name}.`,
    notYou: 'Si no es usted, cierre la sesión ahora.',
    why: (institution) => `¿Por qué conectar con ${institution}?`,
    whyText: (institution) =>
      `Las entidades financiadoras y las editoriales confían en una afiliación confirmada por la propia institución. ${institution} añadirá la suya, la corregirá y le pondrá fecha de fin cuando se marche, sin que tenga que hacer nada.`,
    reads: 'Qué leemos',
    readsText:
      'Su iD, su nombre tal como ORCID lo muestra y las entradas que comparte con todo el mundo o con organizaciones de confianza.',
    writes: 'Qué escribimos',
    writesText: (institution, sections) =>
      `Lo que ${institution} sabe de usted, en estas secciones de su registro: ${sections}. De las afiliaciones, como un empleo: organización, departamento, cargo, inicio y fin. Solo cambiamos lo que hemos añadido nosotros, nunca una entrada suya.`,
    shows: 'Qué mostramos',
    showsText: 'Su nombre y su iD aparecen en nuestra lista pública de ORCID iD mientras esté conectado.',
    stays: 'Usted decide',
    staysText:
      'ORCID le pedirá que inicie sesión allí y que lo permita. Después, salvo que sea el iD con el que ya está conectado, se lo mostramos y le preguntamos si es suyo; antes no se escribe nada. Puede negarse, y puede desconectarse aquí o en ORCID en cualquier momento.',
    button: 'Crear o conectar su ORCID iD',
    preview: {
      today: 'Qué escribiríamos hoy',
      todayText: 'Con su permiso escribiríamos hoy esto en su registro:',
      nothing: (institution) =>
        `Hoy no se escribiría nada: ${institution} no declara hoy nada sobre usted que corresponda a su registro. Si no es correcto, díganoslo.`,
      ends: 'La fecha de fin se añade cuando ha pasado el último día.',
      before:
        'Ya estuvo conectado antes: lo que ya está en su registro no se escribe otra vez, y lo que usted quitó de él no vuelve.',
      later: 'Qué escribiríamos más adelante',
      laterText: 'Esto empieza más tarde. Lo escribiríamos el día en que empieza:',
      others: (count) => `Mostrar los demás (${count})`,
    },
  },

  confirm: {
    title: '¿Es este su ORCID iD?',
    lead: 'ORCID nos ha dicho quién ha iniciado sesión allí en este navegador. Compruebe que es usted.',
    account: (institution) => `Su cuenta en ${institution}`,
    orcid: 'El ORCID iD recibido',
    differs:
      'Los dos nombres no tienen nada en común. Puede ser correcto, por ejemplo si ha cambiado de nombre. Pero si otra persona usó este navegador antes, este iD puede ser suyo.',
    nothingYet: (until) =>
      `Con este permiso todavía no hemos leído ni escrito nada. Si no responde antes de las ${until}, se pedirá a ORCID que le ponga fin.`,
    yes: 'Sí, conectar mi iD',
    no: 'No conectar',
    notYours: '¿No es su iD?',
    notYoursText:
      'Entonces devolvemos el permiso y ORCID pregunta quién es usted. Inicie sesión allí con su propia cuenta, o regístrese.',
    signInAgain: 'Iniciar sesión en ORCID como otra persona',
    signOutHint:
      'Si ORCID no se lo pregunta, cierre antes la sesión allí; se abre una pestaña nueva con una línea de texto técnico.',
    signOut: 'Cerrar la sesión en ORCID',
    notConfirmed: {
      title: 'No se ha conectado ningún iD',
      text: 'En este intento no se ha conectado ni escrito nada. Si ORCID nos dio un permiso para ello, se le pide que le ponga fin. Puede conectarse cuando quiera.',
    },
  },

  denied: {
    title: 'No ha conectado su ORCID iD',
    text: (institution) =>
      `Ha decidido no compartir su ORCID iD con ${institution}. Esta vez ORCID no nos ha dado ni un iD ni un permiso, y no se ha escrito nada. De este intento solo guardamos que se negó y cuándo.`,
    earlierTitle: 'No ha dado un permiso nuevo',
    earlierText: (institution) =>
      `No ha dado a ${institution} un permiso nuevo en ORCID. Su conexión y lo que había permitido antes siguen como estaban.`,
    stillConnected: 'Sigue conectado con este iD:',
    stillStands: 'Su negativa no ha cambiado nada en su registro. «Mi conexión» indica cómo está cada elemento.',
    offer: (institution) =>
      `ORCID le da un identificador gratuito y duradero. Con su permiso, ${institution} mantendría correctas sus entradas sobre usted en su registro. Puede conectarse cuando quiera:`,
  },

  connection: {
    title: 'Mi conexión',
    storedId: 'El ORCID iD guardado aquí',
    connectedTitle: 'Su ORCID iD está conectado',
    connectedSince: (date) => `Conectado desde el ${date}.`,
    privateName: 'Su nombre es privado en ORCID; no lo necesitamos.',
    permissions: 'Lo que ha permitido',
    permission: {
      read: 'Leer lo que comparte con organizaciones de confianza',
      writeActivities:
        'Añadir y corregir nuestras entradas sobre su actividad: afiliaciones, trabajos, financiación y similares',
      writePerson:
        'Añadir y corregir nuestras entradas sobre usted: enlaces, identificadores, palabras clave y similares',
      onlyId: 'Conocer su iD y nada más',
    },
    refusal: {
      keyLostTitle: 'Nuestro permiso ya no se puede usar',
      keyLostText: (institution) =>
        `La clave que lo protegía aquí se ha perdido, así que no podemos cambiar nada en su registro. Conéctese de nuevo y ${institution} continuará con los mismos elementos.`,
      doubtedTitle: 'ORCID rechaza nuestro permiso en este momento',
      doubtedText: (since) =>
        `ORCID lo rechaza desde el ${since}. Responde lo mismo mientras una parte de ORCID no funciona; por eso, por nuestra parte, aún no sacamos conclusiones: volvemos a preguntar más o menos cada media hora y no escribimos nada hasta que la respuesta sea clara. Si ha retirado el permiso allí, no tiene que hacer nada.`,
      ask: 'Preguntar a ORCID ahora',
      askHint:
        'Si ORCID rechaza ahora nuestro permiso dos veces, lo daremos por terminado y esta página le ofrecerá conectarse de nuevo. Preguntamos como mucho una vez por minuto.',
      asking: 'Estamos preguntando a ORCID.',
      lockedTitle: 'Su registro está bloqueado en ORCID',
      lockedText: (since) =>
        `ORCID nos lo indica desde el ${since}. Cada día miramos si el registro vuelve a estar abierto y entonces seguimos por nuestra cuenta. El servicio de ayuda de ORCID puede decirle por qué está bloqueado.`,
      deactivatedTitle: 'Su registro está desactivado en ORCID',
      deactivatedText: (since, institution) =>
        `ORCID nos lo indica desde el ${since}. Con el registro, ORCID terminó nuestro permiso definitivamente, así que no escribimos nada. Cuando haya reactivado el registro, conéctese de nuevo y ${institution} continuará con los mismos elementos.`,
      mergedTitle: 'Su registro se ha fusionado con otro',
      mergedText: 'ORCID ya no acepta nada para este iD. Conecte el iD que usa ahora; ocupará aquí el lugar de este.',
      mergedInto: 'ORCID indica este iD:',
    },
    pausedProgress: 'En este momento no se escribe nada; el motivo figura al principio de esta página.',
    lesser:
      'Ha permitido menos de lo que pedimos, así que no se escribe nada en su registro. Puede conectarse de nuevo para permitirlo.',
    connectAgain: 'Conectar de nuevo',
    items: 'Qué escribimos en su registro',
    noItems: (institution) =>
      `${institution} no tiene hoy nada que escribir en su registro. Si no es correcto, díganoslo.`,
    since: (start) => `desde ${start}`,
    until: (start, end) => (start === '' ? `hasta ${end}` : `${start} a ${end}`),
    standings: {
      present: { state: 'En su registro', next: '' },
      creating: { state: 'Escribiendo …', next: 'No tiene que hacer nada.' },
      updating: { state: 'Cambiando …', next: 'No tiene que hacer nada.' },
      'removing-until-later': {
        state:
          'Según los datos de la institución empieza más tarde, así que lo estamos retirando de su registro hasta entonces.',
        next: 'Lo escribiremos de nuevo el día en que empieza.',
      },
      removing: {
        state: 'La institución ya no lo declara, así que lo estamos retirando de su registro.',
        next: 'No tiene que hacer nada.',
      },
      'waiting-new': {
        state: 'Todavía no está en su registro',
        next: 'Ahora no podemos escribir; el motivo figura al principio de esta página. En cuanto sea posible de nuevo, lo escribiremos.',
      },
      'waiting-change': {
        state: 'En su registro como estaba; falta escribir un cambio',
        next: 'Ahora no podemos escribir; el motivo figura al principio de esta página. En cuanto sea posible de nuevo, lo escribiremos.',
      },
      'waiting-removal': {
        state: 'Sigue en su registro, aunque la institución no lo declara para hoy',
        next: 'Ahora no podemos escribir; el motivo figura al principio de esta página. En cuanto sea posible de nuevo, lo retiraremos.',
      },
      'held-change': {
        state: 'Un cambio espera la aprobación de alguien de la institución. Hasta entonces queda como está.',
        next: 'Decide la institución; no tiene que hacer nada.',
      },
      'held-until-later': {
        state:
          'Según los datos de la institución empieza más tarde. Retirarlo de su registro espera la aprobación de alguien de allí; mientras tanto se queda.',
        next: 'Decide la institución; no tiene que hacer nada.',
      },
      'held-removal': {
        state:
          'La institución ya no lo declara. Retirarlo de su registro espera la aprobación de alguien de allí; hasta entonces se queda.',
        next: 'Decide la institución; no tiene que hacer nada.',
      },
      'rejected-change': {
        state: 'Alguien de la institución decidió que un cambio no se escriba. Queda como está.',
        next: 'No ocurrirá nada más hasta que cambien los datos de la institución.',
      },
      'rejected-until-later': {
        state:
          'Según los datos de la institución empieza más tarde. Alguien de allí decidió que, aun así, se quede en su registro.',
        next: 'No ocurrirá nada más hasta que cambien los datos de la institución.',
      },
      'rejected-removal': {
        state: 'La institución ya no lo declara. Alguien de allí decidió que, aun así, se quede en su registro.',
        next: 'No ocurrirá nada más hasta que cambien los datos de la institución.',
      },
      unanswered: {
        state:
          'Enviamos a ORCID un cambio de este elemento y no nos ha llegado ninguna respuesta. Todavía no sabemos cómo está en su registro.',
        next: 'Miramos su registro antes de enviar nada más sobre él; no tiene que hacer nada.',
      },
      'in-doubt': {
        state: 'Todavía no sabemos si está en su registro, porque no nos llegó la respuesta de ORCID.',
        next: 'Lo comprobamos antes de escribirlo; no tiene que hacer nada.',
      },
      missing: {
        state: 'ORCID no lo mostraba la última vez que miramos.',
        next: 'Volveremos a mirar antes de sacar conclusiones, y hasta entonces no cambiamos nada.',
      },
      'removed-by-owner': {
        state: 'Ya no está en su registro, y no fuimos nosotros quienes lo quitamos.',
        next: 'No lo añadiremos otra vez, salvo que lo pida.',
      },
      'not-ours': {
        state:
          'Está en su registro, pero ya no podemos cambiarlo: se escribió con otro registro nuestro como organización en ORCID.',
        next: 'Lo dejamos como está. Si no es correcto, escríbanos.',
      },
      'not-ours-over': {
        state:
          'Está en su registro, aunque la institución no lo declara para hoy. No podemos retirarlo: se escribió con otro registro nuestro como organización en ORCID.',
        next: 'Lo dejamos como está. Puede quitarlo en ORCID o escribirnos.',
      },
      'uncovered-new': {
        state: 'No está en su registro: su permiso no abarca esta sección.',
        next: 'No lo escribimos. Conéctese de nuevo si quiere permitirlo.',
      },
      'uncovered-present': {
        state: 'Está en su registro, pero su permiso ya no abarca esta sección.',
        next: 'Lo dejamos como está. Conéctese de nuevo si quiere que lo mantengamos correcto.',
      },
      'uncovered-over': {
        state:
          'Está en su registro, aunque la institución no lo declara para hoy. Su permiso ya no abarca esta sección.',
        next: 'Lo dejamos como está. Puede quitarlo en ORCID, o conectarse de nuevo para que lo retiremos.',
      },
      'refused-new': {
        state: 'No está en su registro: no se pudo escribir tal como está.',
        next: 'No enviamos lo mismo otra vez. En cuanto la institución haya corregido sus datos, lo intentaremos de nuevo. «Esto no es correcto» le lleva a quienes se ocupan de ellos.',
      },
      'refused-change': {
        state: 'En su registro como estaba: no se pudo escribir un cambio.',
        next: 'No enviamos lo mismo otra vez. En cuanto la institución haya corregido sus datos, lo intentaremos de nuevo. «Esto no es correcto» le lleva a quienes se ocupan de ellos.',
      },
      'blocked-new': {
        state: 'No está en su registro: ORCID no nos ha dejado escribirlo.',
        next: 'Lo intentamos de nuevo por nuestra cuenta. Si sigue así, escríbanos.',
      },
      'blocked-change': {
        state: 'En su registro como estaba: ORCID no nos ha dejado cambiarlo.',
        next: 'Lo intentamos de nuevo por nuestra cuenta. Si sigue así, escríbanos.',
      },
      'blocked-removal': {
        state: 'Sigue en su registro, aunque la institución no lo declara para hoy: ORCID no nos ha dejado retirarlo.',
        next: 'Lo intentamos de nuevo por nuestra cuenta. También puede quitarlo usted en ORCID.',
      },
      'same-stands': {
        state: 'Lo mismo ya está en su registro: la institución lo declara dos veces.',
        next: 'No lo escribimos otra vez.',
      },
    },
    causes: {
      'organization-unknown': 'ORCID no conoce la organización por el identificador que da la institución.',
      'organization-missing': 'Falta la organización.',
      'place-missing': 'Falta la ciudad o el país de la organización.',
      'country-missing': 'Falta el país de la organización.',
      'nothing-identifies': 'Ni la organización ni el elemento tienen un identificador que ORCID acepte.',
      'identifier-invalid': 'Un identificador, como un DOI o un ISSN, falta o no es válido.',
      'title-missing': 'Falta el título.',
      'date-invalid': 'Una fecha no existe en el calendario.',
      'start-missing': 'Falta la fecha de inicio.',
      'end-before-start': 'El fin es anterior al inicio.',
      'amount-invalid': 'El importe no es un número que ORCID pueda leer.',
      'word-unknown': 'Un tipo, un papel, un idioma, un país o una moneda no es ninguno de los que ORCID conoce.',
      'form-invalid': 'Algo no tiene la forma que ORCID exige.',
      'too-long': 'Es demasiado largo para ORCID.',
      'not-sent': 'Le falta algo que ORCID exige, así que no lo enviamos.',
      'record-full': 'Su registro ya contiene tantos elementos como ORCID permite.',
      'another-source': 'ORCID indica que este elemento lo escribió otra fuente.',
      'not-covered': 'ORCID indica que nuestro permiso no lo abarca.',
      'record-unknown': 'ORCID indicó que no conoce el registro o el elemento.',
      other: 'El motivo, en inglés, tal como lo recibimos:',
    },
    proposal: {
      stands: 'En su registro:',
      due: 'Por escribir:',
      held: 'Espera aprobación:',
      rejected: 'No se escribe, por decisión de la institución:',
      refused: 'No se pudo escribir:',
      stated: 'Lo que la institución declara ahora:',
      onlyDetails: 'Ambos se distinguen solo en detalles que no se muestran aquí, como un identificador.',
    },
    unseen: 'No sabemos qué dice el elemento en su registro; aquí se muestra lo que declara la institución.',
    wrong: {
      link: 'Esto no es correcto',
      linkOf: (item) => `Esto no es correcto: ${item}`,
      subject: (item) => `Error en mi registro ORCID: ${item}`,
      describe: 'Qué no es correcto y qué sería lo correcto:',
      keep: 'Deje estas líneas, por favor, para que encontremos el elemento:',
      row: (feed, person, row) => `Fuente de los datos: ${feed}; número de la persona: ${person}; fila: ${row}`,
    },
    reading: {
      title: 'Qué leemos y cuándo',
      text: 'Cuando miramos su registro, buscamos los elementos que escribimos, para ver si siguen allí. De todos los demás no guardamos nada.',
      accepted: (moment) => `La última vez que ORCID aceptó nuestro permiso fue el ${moment}.`,
      test: 'Probar mi conexión',
      hint: 'Preguntamos a ORCID si nuestro permiso sigue vigente y si nuestros elementos están allí; si ORCID lo rechaza dos veces, lo daremos por terminado. Puede hacerlo una vez por minuto.',
      running: 'Estamos probando su conexión.',
      late: 'La prueba que inició todavía no se ha hecho. La haremos en cuanto podamos; no hace falta que espere aquí.',
      answered: (moment) => `Probada el ${moment}: ORCID respondió y nuestro permiso sigue vigente.`,
      noResult: (moment) =>
        `La prueba del ${moment} no dio ningún resultado; lo más habitual es que ORCID no funcione o esté saturado. No sacamos conclusiones de ello. Inténtelo de nuevo más tarde, por favor.`,
    },
    addAgain: 'Añadirlo de nuevo',
    addAgainOf: (item) => `Añadirlo de nuevo: ${item}`,
    putCode: (code) => `put-code ${code}`,
    putCodeWritten: (code, day) => `put-code ${code}, escrito el ${day}`,
    putCodeExplained:
      'El put-code es el número que ORCID da a un elemento. Con él encontramos de nuevo el nuestro; indíquelo si nos escribe.',
    viewRecord: 'Ver su registro en ORCID',
    refresh: 'Actualizar',
    working: 'Estamos escribiendo en su registro.',
    byItself: 'Esta página mostrará el resultado por sí sola.',
    workDone: 'Hasta donde sabemos, todo lo que sigue está en su registro.',
    partDone: (done, total) =>
      `En este momento no se está escribiendo nada. En su registro tal como lo declara la institución: ${done} de ${total}. Abajo se indica cómo está cada elemento.`,
    later: 'Tarda más de lo habitual. Seguimos nosotros; no hace falta que espere aquí.',
    disconnect: 'Desconectar',
    disconnectTitle: '¿Desconectar su ORCID iD?',
    disconnectText: (institution) =>
      `${institution} olvida el permiso y pide a ORCID que lo termine. Del registro ORCID con este iD no quitamos nada: lo que hayamos escrito en él lo puede quitar allí su titular. Ya no lo corregimos, ni ponemos fecha de fin a un empleo.`,
    disconnectKeyLostText: (institution) =>
      `${institution} olvida el permiso, pero no puede pedir a ORCID que lo termine, porque la clave que lo protegía aquí se ha perdido; puede retirarlo usted en ORCID. Del registro ORCID con este iD no quitamos nada: lo que hayamos escrito en él lo puede quitar allí su titular. Ya no lo corregimos, ni ponemos fecha de fin a un empleo.`,
    keep: 'Mantener la conexión',
    disconnectedTitle: 'Su ORCID iD está desconectado',
    disconnectedText: 'Hemos olvidado el permiso, y se está pidiendo a ORCID que lo termine.',
    disconnectedKeyLostText:
      'Hemos olvidado el permiso, pero no podemos pedir a ORCID que lo termine, porque la clave que lo protegía aquí se ha perdido; puede retirarlo usted en ORCID.',
    deactivatedTitle: 'Su permiso terminó con su registro ORCID',
    deactivatedText: (institution) =>
      `ORCID indica que su registro está desactivado y ha terminado nuestro permiso definitivamente. Cuando lo haya reactivado, conéctese de nuevo y ${institution} continuará con los mismos elementos.`,
    staffEndedTitle: 'Su institución ha terminado esta conexión',
    staffEndedText: (institution, isTakenOff) =>
      `Quien se ocupa de los iD de ORCID en ${institution} ha terminado la conexión de este iD con su cuenta; por lo general significa que el iD es de otra persona. ${isTakenOff ? 'Lo que habíamos escrito en ese registro lo retiramos en la medida en que ORCID lo permita, y después pedimos a ORCID que termine el permiso.' : 'Lo que habíamos escrito permanece en ese registro, y pedimos a ORCID que termine el permiso.'} Puede conectar su propio iD cuando quiera; si ha sido un error, escríbanos, por favor.`,
    replacedTitle: 'Su conexión se está renovando',
    replacedText: (institution) => `${institution} usa ahora otro registro en ORCID. Conéctese de nuevo, por favor.`,
    revokedTitle: 'Su permiso ha terminado',
    revokedText: (institution) =>
      `ORCID ya no acepta nuestro permiso; por lo general significa que se ha retirado allí. ${institution} ya no puede corregir sus entradas en su registro. Puede conectarse de nuevo cuando quiera.`,
  },

  people: {
    title: 'ORCID iD de nuestro personal',
    lead: (institution) =>
      `Personas de ${institution} que han conectado su ORCID iD. Cada iD fue confirmado en ORCID por su titular.`,
    none: 'Todavía nadie ha conectado un iD.',
    next: 'Página siguiente',
    viewRecord: 'Ver registro ORCID',
  },

  signedOut: {
    title: 'Ha cerrado la sesión',
    here: 'Su sesión aquí ha terminado.',
    next: (name: string) =>
      `Ahora cerramos también su sesión en ${name}. Mientras no lo confirme, puede que siga abierta allí.`,
    done: (name: string) => `${name} también ha cerrado su sesión.`,
    unknown: (name: string) =>
      `${name} no nos ha confirmado que su sesión también esté cerrada allí. Si otras personas usan este dispositivo, ciérrela allí también o cierre el navegador.`,
    goOn: (name: string) => `Cerrar la sesión en ${name}`,
    toStart: 'Volver al inicio',
  },
  administration: {
    title: (institution: string) => `Usted administra ${institution}`,
    link: 'Administración',
    lead: 'El inicio de sesión de su institución le da esta vista. Aquí no se puede cambiar nada.',
    held: {
      title: 'Cambios en registros que esperan una decisión',
      text: (changes: number, people: number, since: string) =>
        `En espera desde el ${since}. Cambios: ${changes}. Personas: ${people}. Quitarían de los registros en un día más de lo que se deja pasar sin más; no se escribirá nada hasta que alguien decida.`,
      risks: {
        removed: (count: number) => `Elementos que se eliminarían: ${count}`,
        erased: (count: number) => `Elementos que perderían un dato, como el cargo o el departamento: ${count}`,
        reopened: (count: number) => `Fechas de fin que se retirarían: ${count}`,
        'starts-later': (count: number) => `Elementos que se eliminarían porque ahora empiezan en el futuro: ${count}`,
        'another-job': (count: number) => `Elementos cuyo lugar, cargo o inicio cambiarían, dos a la vez: ${count}`,
        'ended-by-absence': (count: number) =>
          `Elementos que terminarían porque el fichero ya no los incluye: ${count}`,
        'ended-long-ago': (count: number) => `Elementos que terminarían en una fecha muy pasada: ${count}`,
      },
      decide:
        'Compruebe que el fichero es correcto. Después decide quien gestiona este servicio, con las órdenes «release-plan» o «reject-plan» del scheduler.',
    },
    signIn: 'Inicio de sesión',
    noSources: 'No hay ningún proveedor de identidad configurado.',
    states: {
      current: 'Al día',
      overdue: 'No se ha leído en más de dos días: el planificador no funciona.',
      failing: 'No se pudo leer la última vez. Se usa la última copia válida.',
      expiring:
        'Caduca en dos días o ya ha caducado. Entonces las personas de esas organizaciones no pueden iniciar sesión.',
      unread: 'Se leerá en menos de una hora.',
    },
    providers: (usable: number, unusable: number) =>
      `Proveedores de identidad: ${usable}.${unusable > 0 ? ` Inutilizables: ${unusable}.` : ''}`,
    expiring: (count: number) => `Caducan: ${count}.`,
    readAt: (time: string) => `Última lectura: ${time}.`,
    failure: 'Motivo:',
    hints: 'ORCID iD que constan en su inicio de sesión',
    hintsText:
      'Solo es una pista para usted: nadie ha demostrado que estos iD sean suyos, así que nunca se escribe nada por ellos. Un iD cuenta cuando su titular lo conecta.',
    noHints: 'Su inicio de sesión todavía no nos ha indicado ningún iD.',
    connected: { not: 'Sin conectar', same: 'Conectado', other: 'Conectado con otro iD' },
  },

  problems: {
    heldByAnother: {
      title: 'Este iD está conectado con otra persona',
      text: 'Otra persona de su institución ha conectado este ORCID iD. No hemos cambiado nada. ¿Había iniciado sesión en ORCID como otra persona? Entonces inicie sesión allí con su propia cuenta; si no, escríbanos.',
    },
    hasAnotherId: {
      title: 'Está conectado con otro iD',
      text: (orcid) =>
        `Su cuenta está conectada con ${orcid}. Desconecte primero ese iD si quiere conectar otro. No hemos cambiado nada.`,
    },
    notBegunHere: {
      title: 'Esta página ha caducado',
      text: 'La conexión no se inició en esta sesión, o esta página ya se había abierto. No se ha cambiado nada. Empiece de nuevo.',
    },
    noAnswer: {
      title: 'ORCID no ha enviado respuesta',
      text: 'ORCID le ha enviado de vuelta sin respuesta. No se ha cambiado nada. Empiece de nuevo.',
    },
    refusedRequest: {
      title: 'ORCID no ha aceptado nuestra solicitud',
      text: 'No es culpa suya: algo está mal en nuestra configuración en ORCID. Escríbanos, por favor.',
    },
    codeRefused: {
      title: 'La conexión no ha funcionado',
      text: 'ORCID ya no ha aceptado su propia respuesta, quizá porque tardó demasiado. No se ha cambiado nada. Empiece de nuevo.',
    },
    orcidUnavailable: {
      title: 'ORCID no responde',
      text: 'No hemos podido terminar la conexión porque ORCID no respondió a tiempo. En este intento no hemos guardado ni un iD ni un permiso. Inténtelo de nuevo dentro de unos minutos. Si, aun así, ORCID nos muestra en «Trusted organizations», puede quitarnos allí.',
    },
    answerLost: {
      title: 'La respuesta de ORCID se perdió',
      text: 'No sabemos si ORCID nos dio su permiso, porque su respuesta no nos llegó o no se pudo guardar. No tenemos nada de ello. Conéctese otra vez; o, si ya no quiere hacerlo, retírenos en ORCID en «Trusted organizations» (organizaciones de confianza).',
    },
    unreadable: {
      title: 'No hemos podido leer esta petición',
      text: 'Era demasiado grande o no estaba escrita como debía. Vuelva al inicio e inténtelo de nuevo.',
    },
    signInRefused: {
      title: 'El inicio de sesión no ha funcionado',
      text: 'No hemos podido aceptar la respuesta de su institución. Inténtelo de nuevo; si vuelve a ocurrir, escríbanos.',
    },
    logoutRefused: {
      title: 'No hemos podido aceptar ese mensaje de cierre de sesión',
      text: 'Si ha cerrado la sesión aquí, ha terminado; no sabemos si también en su institución. Si otras personas usan este dispositivo, cierre el navegador.',
    },
    signInFirst: {
      title: 'Inicie sesión primero',
      text: 'No ha iniciado sesión, o su sesión ha terminado. No se ha cambiado nada.',
    },
    administratorsOnly: {
      title: 'Esta página es para la administración',
      text: 'El inicio de sesión de su institución no indica que usted la administre. Si es así, pregunte a quienes se ocupan de ese inicio de sesión.',
    },
    formExpired: {
      title: 'Este formulario ha caducado',
      text: 'Vuelva atrás, recargue la página y envíelo otra vez. No se ha cambiado nada.',
    },
    notFound: { title: 'Esta página no existe', text: 'Puede que la dirección sea antigua o esté mal escrita.' },
    internal: {
      title: 'Algo ha ido mal',
      text: 'Es culpa nuestra, y lo hemos anotado. Inténtelo más tarde.',
    },
    incident: (code) => `Si nos escribe, indique este código: ${code}`,
    tryAgain: 'Intentar de nuevo',
    toStart: 'A la página de inicio',
    toConnection: 'A mi conexión',
  },
};
