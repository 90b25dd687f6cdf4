import type { DemoItem } from './items.js';

export const DECORATION_ITEMS: readonly DemoItem[] = [
  {
    key: 'shade-lamp', owner: 'mei_lin', category: 'lamps', condition: 'LIKE_NEW', publishedDaysAgo: 7.2, picture: { kind: 'lamp', variant: 2 },
    title: 'Lampe abat-jour',
    description: 'Abat-jour en coton tendu, pied violet tourné à l’ancienne. Lumière douce, ampoule fournie.',
    wishes: 'à discuter',
  },
  {
    key: 'architect-lamp', owner: 'mathis_t', category: 'lamps', condition: 'GOOD', publishedDaysAgo: 14.8, picture: { kind: 'lamp', variant: 11 },
    title: 'Lampe d’architecte noire',
    description: 'Bras articulé, socle lourd, ampoule à vis. Le ressort du coude grince un peu quand on la déplie.',
    wishes: null,
  },
  {
    key: 'tripod-lamp', owner: 'jb_pentes', category: 'lamps', condition: 'GOOD', publishedDaysAgo: 35.6, picture: { kind: 'lamp', variant: 15 },
    title: 'Lampadaire trépied bleu',
    description: 'Le trépied est un ancien pied de géomètre, l’abat-jour est neuf. Cordon de trois mètres, interrupteur au pied.',
    wishes: 'des chaises',
  },
  {
    key: 'bedside-lamps', owner: 'nour', category: 'lamps', condition: 'GOOD', publishedDaysAgo: 43.7, picture: { kind: 'lamp', variant: 1 },
    title: 'Paire de lampes de chevet orange',
    description: 'Deux petites lampes identiques, parfaites pour lire sans réveiller l’autre. Câbles refaits.',
    wishes: 'une affiche, un joli cadre',
  },
  {
    key: 'oval-mirror', owner: 'nour', category: 'mirrors-and-clocks', condition: 'GOOD', publishedDaysAgo: 20.4, picture: { kind: 'mirror', variant: 5 },
    title: 'Miroir ovale sur pied',
    description: 'Cadre en bois sombre, glace ancienne avec deux ou trois piqûres qui font son charme. Tient sur une commode ou par terre.',
    wishes: 'un tapis, une couverture',
  },
  {
    key: 'arch-mirror', owner: 'yasmine_k', category: 'mirrors-and-clocks', condition: 'LIKE_NEW', publishedDaysAgo: 23.6, picture: { kind: 'mirror', variant: 8 },
    title: 'Grand miroir arrondi doré',
    description: 'Un mètre soixante de haut, il agrandit vraiment la pièce. Jamais accroché, juste posé contre le mur.',
    wishes: 'un miroir plus petit',
  },
  {
    key: 'alarm-clock', owner: 'karim', category: 'mirrors-and-clocks', condition: 'GOOD', publishedDaysAgo: 55.2, picture: { kind: 'clock', variant: 1 },
    title: 'Réveil mécanique à cloches',
    description: 'Se remonte à la main et réveille tout l’immeuble. Nettoyé et huilé, il avance de deux minutes par semaine.',
    wishes: 'une chemise en M',
  },
  {
    key: 'cuckoo-clock', owner: 'dede42', category: 'mirrors-and-clocks', condition: 'FAIR', publishedDaysAgo: 51.8, picture: { kind: 'clock', variant: 11 },
    title: 'Coucou de Forêt-Noire',
    description: 'Mécanisme démonté, dégraissé, remonté. Le coucou sort toujours avec trente secondes de retard, je ne m’explique pas pourquoi.',
    wishes: 'des livres pour l’hiver',
  },
  {
    key: 'berber-rug', owner: 'amina_d', category: 'rugs', condition: 'GOOD', publishedDaysAgo: 16.2, picture: { kind: 'rug', variant: 1 },
    title: 'Tapis berbère tissé main',
    description: 'Rapporté de chez ma tante à Azrou, laine épaisse, 120 par 170. Nettoyé à sec cet été. Je le laisse partir parce que la petite y renverse tout.',
    wishes: 'un miroir sur pied',
  },
  {
    key: 'blue-kilim', owner: 'manon_b', category: 'rugs', condition: 'FAIR', publishedDaysAgo: 34.3, picture: { kind: 'rug', variant: 3 },
    title: 'Kilim bleu, franges à reprendre',
    description: 'Très belles couleurs, quelques franges manquent d’un côté. Antidérapant offert.',
    wishes: null,
  },
  {
    key: 'stoneware-vase', owner: 'thuy_anh', category: 'ornaments', condition: 'LIKE_NEW', publishedDaysAgo: 5.1, picture: { kind: 'vase', variant: 10 },
    title: 'Vase boule en grès',
    description: 'Fait par une potière d’Arcachon, émail violet et bande jaune. Étanche, lourd, il ne se renverse pas.',
    wishes: 'une plante grasse',
  },
  {
    key: 'thrown-vase', owner: 'mei_lin', category: 'ornaments', condition: 'LIKE_NEW', publishedDaysAgo: 57.4, picture: { kind: 'vase', variant: 3 },
    title: 'Vase bleu tourné à la main',
    description: 'Sorti de mon atelier du mardi soir. C’est le premier qui tient droit, j’en ai fait d’autres depuis.',
    wishes: 'un sac, du tissu',
  },
  {
    key: 'calanques-poster', owner: 'salome_v', category: 'ornaments', condition: 'LIKE_NEW', publishedDaysAgo: 1.4, picture: { kind: 'frame', variant: 1 },
    title: 'Affiche encadrée des Calanques',
    description: 'Illustration signée d’un ami, cadre rouge de 50 par 70. Sous verre, à prendre avec précaution.',
    wishes: 'une lampe, un ventilateur',
  },
  {
    key: 'framed-print', owner: 'tomas', category: 'ornaments', condition: 'GOOD', publishedDaysAgo: 40.1, picture: { kind: 'frame', variant: 5 },
    title: 'Sérigraphie encadrée, 30 exemplaires',
    description: 'Numérotée 17 sur 30, achetée dans un atelier de la rue Burdeau. Le cadre en bois a un petit éclat en bas.',
    wishes: 'lampes, luminaires',
  },
  {
    key: 'linen-sheets', owner: 'odile_g', category: 'household-linen', condition: 'GOOD', publishedDaysAgo: 32.9, picture: { kind: 'linen', variant: 2 },
    title: 'Draps anciens en lin, brodés',
    description: 'Quatre draps du trousseau de ma mère, monogramme M. R. Frais l’été, indestructibles. Lavés, repassés, pliés.',
    wishes: 'albums pour mes petits-enfants',
  },
  {
    key: 'cotton-throws', owner: 'priya_s', category: 'household-linen', condition: 'LIKE_NEW', publishedDaysAgo: 9.2, picture: { kind: 'linen', variant: 4 },
    title: 'Indian cotton throws, set of three',
    description: 'Block-printed in Jaipur, brought back last winter. Soft, light, machine washable. Happy to meet anywhere near the Capitole, in English or in my improving French.',
    wishes: 'a plant, a rug',
  },
  {
    key: 'pilea', owner: 'nour', category: 'houseplants', condition: 'NEW', publishedDaysAgo: 6.8, picture: { kind: 'plant', variant: 13 },
    title: 'Pilea et ses deux rejets',
    description: 'Une plante mère bien ronde et deux petits déjà enracinés. Pas difficile : de la lumière, un verre d’eau par semaine.',
    wishes: 'boutures, pots en terre',
  },
  {
    key: 'snake-plant', owner: 'gwenaelle', category: 'houseplants', condition: 'NEW', publishedDaysAgo: 2.9, picture: { kind: 'plant', variant: 2 },
    title: 'Grande plante verte en pot jaune',
    description: 'Une langue-de-belle-mère divisée cette semaine. Increvable, je l’ai oubliée un mois entier et elle m’a pardonné.',
    wishes: null,
  },
  {
    key: 'tall-cactus', owner: 'manon_b', category: 'houseplants', condition: 'NEW', publishedDaysAgo: 15.1, picture: { kind: 'plant', variant: 7 },
    title: 'Cactus cierge, 40 cm',
    description: 'Il a fleuri deux fois. Prévoir des gants et un trajet sans chat.',
    wishes: 'un vase',
  },
];
