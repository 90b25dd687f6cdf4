import type { DemoExchange } from './exchanges.js';

const accepted = { status: 'ACCEPTED', endedDaysAgo: null } as const;

/** Agreed, and not yet handed over by both. */
export const ACCEPTED_EXCHANGES: readonly DemoExchange[] = [
  {
    ...accepted, handedOverBy: [], reviews: [],
    key: 'guitar-for-reflex', proposer: 'karim', other: 'nour', startedDaysAgo: 3.1, acceptedDaysAgo: 2.5,
    revisions: [
      { by: 'karim', offered: ['folk-guitar'], requested: ['film-reflex'], note: 'Bonjour ! Ma guitare a deux ans, cordes neuves. On se retrouve place Guichard ?', daysAgo: 3.1 },
    ],
    messages: [
      { by: 'nour', body: 'Bonjour ! La guitare m’intéresse beaucoup. Elle a un étui ?', daysAgo: 3.02 },
      { by: 'karim', body: 'Oui, une housse rembourrée, et un capodastre.', daysAgo: 3.0 },
      { by: 'nour', body: 'C’est pour ma nièce, elle a treize ans et des doigts minuscules. Le manche n’est pas trop large ?', daysAgo: 2.97 },
      { by: 'karim', body: 'Non, c’est une folk assez fine. 43 mm au sillet, je viens de mesurer.', daysAgo: 2.95 },
      { by: 'karim', body: 'Et le reflex, il faut une pile ?', daysAgo: 2.94 },
      { by: 'nour', body: 'Juste pour la cellule, elle est neuve. Sans pile il déclenche quand même, c’est tout mécanique.', daysAgo: 2.7 },
      { by: 'nour', body: 'Parfait, j’accepte. Samedi 10 h place Guichard, ça vous va ?', daysAgo: 2.49 },
      { by: 'karim', body: 'Très bien, à samedi !', daysAgo: 2.47 },
      { by: 'nour', body: 'Je serai devant la bourse du travail, avec un sac rouge.', daysAgo: 1.1 },
      { by: 'karim', body: 'Et moi avec une guitare, vous devriez me reconnaître.', daysAgo: 1.08 },
      { by: 'nour', body: 'J’apporte les deux pellicules. Si vous voulez, je vous montre comment charger la première, c’est là qu’on les gâche.', daysAgo: 0.5 },
      { by: 'karim', body: 'Avec plaisir, je paie le café. Enfin, le thé pour moi.', daysAgo: 0.48 },
    ],
  },
  {
    ...accepted, handedOverBy: ['yasmine_k'], reviews: [],
    key: 'casserole-for-jars', proposer: 'yasmine_k', other: 'karim', startedDaysAgo: 8.2, acceptedDaysAgo: 6.7,
    revisions: [
      { by: 'yasmine_k', offered: ['airtight-jars'], requested: ['cast-iron-casserole'], note: 'Huit bocaux contre cinq kilos de fonte, je sais que je gagne.', daysAgo: 8.2 },
    ],
    messages: [
      { by: 'yasmine_k', body: 'Bonjour Karim ! La cocotte passe sur l’induction ?', daysAgo: 8.19 },
      { by: 'karim', body: 'Sans problème, et au four aussi. Évitez juste de la poser vide sur le feu.', daysAgo: 8.0 },
      { by: 'yasmine_k', body: 'Noté. Les bocaux ont leurs joints, et j’ai mis les étiquettes dans le dernier.', daysAgo: 7.9 },
      { by: 'karim', body: 'Alors c’est d’accord. Je peux passer à Villeurbanne jeudi, je travaille à Gratte-Ciel.', daysAgo: 6.69 },
      { by: 'yasmine_k', body: 'Super, devant la mairie vers 18 h 30 ?', daysAgo: 6.6 },
      { by: 'karim', body: 'J’y serai.', daysAgo: 6.58 },
      { by: 'yasmine_k', body: 'Quelle honte, je suis partie sans les bocaux. Ils sont restés sur ma table.', daysAgo: 3.9 },
      { by: 'karim', body: 'Ha ha, aucun souci. Gardez la cocotte, je repasserai la semaine prochaine.', daysAgo: 3.88 },
      { by: 'yasmine_k', body: 'Merci pour votre patience. Le premier tajine est pour vous.', daysAgo: 3.86 },
      { by: 'yasmine_k', body: 'Mardi même heure, même mairie, et cette fois je les mets devant la porte d’entrée.', daysAgo: 1.3 },
      { by: 'karim', body: 'Mardi c’est parfait.', daysAgo: 1.2 },
    ],
  },
  {
    ...accepted, handedOverBy: ['nour'], reviews: [],
    key: 'dress-for-singer', proposer: 'nour', other: 'fatou_n', startedDaysAgo: 6.9, acceptedDaysAgo: 4.3,
    revisions: [
      { by: 'nour', offered: ['polka-dress'], requested: ['old-singer'], note: 'Bonjour Fatou, la robe est une taille 40, exactement ce que vous cherchez je crois.', daysAgo: 6.9 },
      { by: 'fatou_n', offered: ['old-singer'], requested: ['polka-dress'], note: 'Je vous la garde si vous pouvez venir la chercher : elle pèse douze kilos.', daysAgo: 5.8 },
    ],
    messages: [
      { by: 'fatou_n', body: 'Bonjour ! La robe est magnifique. Elle taille grand ou petit ?', daysAgo: 6.7 },
      { by: 'nour', body: 'Normal, un peu ajustée à la taille. La jupe est très ample.', daysAgo: 6.6 },
      { by: 'fatou_n', body: 'Je finis mes gardes samedi, je préfère ne rien promettre avant.', daysAgo: 5.81 },
      { by: 'nour', body: 'Pas de souci. J’emprunte la voiture de mon frère pour la Singer.', daysAgo: 5.2 },
      { by: 'nour', body: 'J’accepte votre contre-proposition, dimanche après-midi à Gerland ?', daysAgo: 4.29 },
      { by: 'fatou_n', body: 'Dimanche 15 h. Interphone en bas à droite, je descends vous aider.', daysAgo: 4.2 },
      { by: 'nour', body: 'Elle est installée sur ma table et elle ronronne. Merci, merci !', daysAgo: 1.9 },
      { by: 'nour', body: 'Par contre la robe est encore au pressing, ils m’ont promis demain.', daysAgo: 1.89 },
      { by: 'fatou_n', body: 'Pas de problème, le baptême n’est que dans trois semaines.', daysAgo: 1.7 },
      { by: 'nour', body: 'Je vous l’apporte mercredi, et je vous couds un ourlet s’il le faut. Il faut bien que je m’entraîne.', daysAgo: 0.8 },
    ],
  },
  {
    ...accepted, handedOverBy: [], reviews: [],
    key: 'high-chair-for-glasses', proposer: 'claire_paul', other: 'amina_d', startedDaysAgo: 2.9, acceptedDaysAgo: 1.2,
    revisions: [
      { by: 'claire_paul', offered: ['wine-glasses'], requested: ['red-high-chair'], note: 'C’est pour notre filleul qui vient tous les mercredis.', daysAgo: 2.9 },
    ],
    messages: [
      { by: 'amina_d', body: 'Coucou vous deux ! Le train tourne toujours ?', daysAgo: 2.8 },
      { by: 'claire_paul', body: 'Tous les matins à 7 h, sans retard. Ta chaise haute se démonte ?', daysAgo: 2.6 },
      { by: 'amina_d', body: 'Les pieds oui, quatre vis. Je mets la clé avec.', daysAgo: 2.5 },
      { by: 'amina_d', body: 'Allez, c’est d’accord pour les verres, on n’a plus que des verres à moutarde.', daysAgo: 1.19 },
      { by: 'claire_paul', body: 'Samedi matin au marché de Monplaisir ?', daysAgo: 1.0 },
      { by: 'amina_d', body: 'Devant le fromager, comme la dernière fois.', daysAgo: 0.95 },
    ],
  },
  {
    ...accepted, handedOverBy: [], reviews: [],
    key: 'kite-for-football', proposer: 'gwenaelle', other: 'ibrahim_s', startedDaysAgo: 10.4, acceptedDaysAgo: 8.5,
    revisions: [
      { by: 'gwenaelle', offered: ['stunt-kite'], requested: ['match-football'], note: null, daysAgo: 10.4 },
    ],
    messages: [
      { by: 'ibrahim_s', body: 'Bonjour Gwenaëlle ! Après l’aspirateur, le cerf-volant : vous videz la maison ?', daysAgo: 10.2 },
      { by: 'gwenaelle', body: 'Je fais le tri avant l’été. Mon neveu joue au foot du matin au soir, il a crevé son ballon.', daysAgo: 9.9 },
      { by: 'ibrahim_s', body: 'Celui-là est increvable, ou presque. Allez, d’accord.', daysAgo: 8.49 },
      { by: 'gwenaelle', body: 'Cette semaine c’est compliqué, je suis à Pornic. On dit le week-end prochain au parc du Grand-Blottereau ?', daysAgo: 8.1 },
      { by: 'ibrahim_s', body: 'Très bien, je viendrai à pied avec les enfants.', daysAgo: 8.05 },
    ],
  },
  {
    ...accepted, handedOverBy: [], reviews: [],
    key: 'tent-for-touring-skis', proposer: 'elena_r', other: 'owen_j', startedDaysAgo: 5.6, acceptedDaysAgo: 3.4,
    revisions: [
      { by: 'elena_r', offered: ['touring-skis'], requested: ['orange-tent'], note: 'Ciao Owen ! Tes vœux et les miens se répondent mot pour mot.', daysAgo: 5.6 },
    ],
    messages: [
      { by: 'owen_j', body: 'Hi Elena! I could not believe it when I saw your skis. What boot sole length do the bindings take?', daysAgo: 5.4 },
      { by: 'elena_r', body: 'De 260 à 340 mm, tu règles avec un tournevis.', daysAgo: 5.2 },
      { by: 'owen_j', body: 'Parfait, mes chaussures font 305.', daysAgo: 5.1 },
      { by: 'elena_r', body: 'Et la tente, elle pèse vraiment 2,4 kg avec les sardines ?', daysAgo: 4.8 },
      { by: 'owen_j', body: '2,6 avec tout, I just weighed it. Sorry!', daysAgo: 4.6 },
      { by: 'elena_r', body: 'Honnête. Ça me va.', daysAgo: 3.8 },
      { by: 'owen_j', body: 'C’est accepté ! On coupe la route en deux, à Chambéry ?', daysAgo: 3.39 },
      { by: 'elena_r', body: 'Dimanche 11 h, parking de la gare, côté vélos.', daysAgo: 3.1 },
      { by: 'owen_j', body: 'See you there.', daysAgo: 3.0 },
    ],
  },
  {
    ...accepted, handedOverBy: ['zofia_w'], reviews: [],
    key: 'toolbox-for-headphones', proposer: 'quentin_d', other: 'zofia_w', startedDaysAgo: 12.8, acceptedDaysAgo: 10.9,
    revisions: [
      { by: 'quentin_d', offered: ['red-toolbox'], requested: ['wireless-headphones'], note: 'Le violet me va au teint.', daysAgo: 12.8 },
    ],
    messages: [
      { by: 'zofia_w', body: 'Bonjour Quentin ! Dans la caisse, il y a un niveau à bulle ? J’ai une étagère qui penche depuis trois ans.', daysAgo: 12.6 },
      { by: 'quentin_d', body: 'Il y en a même deux, pour vérifier le premier.', daysAgo: 12.4 },
      { by: 'zofia_w', body: 'Alors c’est oui.', daysAgo: 10.89 },
      { by: 'zofia_w', body: 'Merci d’avoir déposé la caisse au travail ! Je vous apporte le casque dès que ma fille le rend, elle l’a emporté en classe verte.', daysAgo: 6.1 },
      { by: 'quentin_d', body: 'Pas pressé, je passe au marché de Wazemmes tous les dimanches si c’est plus simple.', daysAgo: 5.8 },
      { by: 'zofia_w', body: 'Dimanche alors, devant le marchand d’olives.', daysAgo: 2.2 },
    ],
  },
  {
    ...accepted, handedOverBy: [], reviews: [],
    key: 'keyboard-for-monitor', proposer: 'mathis_t', other: 'hugo_v', startedDaysAgo: 2.3, acceptedDaysAgo: 0.6,
    revisions: [
      { by: 'mathis_t', offered: ['mechanical-keyboard'], requested: ['monitor-24'], note: 'Il fait du bruit, mais un bruit satisfaisant.', daysAgo: 2.3 },
    ],
    messages: [
      { by: 'hugo_v', body: 'Salut Mathis, bruyant comment ? J’ai un bébé qui arrive.', daysAgo: 2.1 },
      { by: 'mathis_t', body: 'Comme une pluie d’été sur un Velux. Le bébé va adorer.', daysAgo: 2.0 },
      { by: 'hugo_v', body: 'Ma compagne a dit oui, à condition que je change les touches la nuit. Accepté.', daysAgo: 0.59 },
      { by: 'mathis_t', body: 'Génial. Je passe à Vaise demain en sortant de cours, vers 17 h ?', daysAgo: 0.5 },
      { by: 'hugo_v', body: 'Nickel, appelle à l’interphone. Prends un grand sac pour l’écran.', daysAgo: 0.47 },
    ],
  },
  {
    ...accepted, handedOverBy: [], reviews: [],
    key: 'piano-for-tablet', proposer: 'priya_s', other: 'manon_b', startedDaysAgo: 7.8, acceptedDaysAgo: 5.1,
    revisions: [
      { by: 'priya_s', offered: ['purple-tablet'], requested: ['digital-piano'], note: 'Bonjour Manon, je voudrais reprendre le piano après dix ans.', daysAgo: 7.8 },
      { by: 'manon_b', offered: ['digital-piano'], requested: ['purple-tablet', 'blue-desk'], note: 'Avec le petit bureau bleu, c’est équilibré pour moi.', daysAgo: 6.4 },
    ],
    messages: [
      { by: 'manon_b', body: 'Bonjour Priya ! Tu joues quoi ?', daysAgo: 7.6 },
      { by: 'priya_s', body: 'Du Chopin, lentement. Et beaucoup de génériques de films.', daysAgo: 7.5 },
      { by: 'manon_b', body: 'C’est tout ce qu’on lui demande. Le bureau bleu m’intéresse aussi, dis-moi.', daysAgo: 6.39 },
      { by: 'priya_s', body: 'D’accord, je n’en ai plus besoin. Mais comment on transporte le piano ? Je n’ai pas de voiture.', daysAgo: 5.09 },
      { by: 'manon_b', body: 'Mon père a un break, il fait le livreur samedi et repart avec le bureau.', daysAgo: 4.9 },
      { by: 'priya_s', body: 'Ton père est un héros. Je fais un gâteau.', daysAgo: 4.85 },
    ],
  },
];
