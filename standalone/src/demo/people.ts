/** Someone of the demo community. */
export interface DemoPerson {
  handle: string;
  displayName: string;
  email: string;
  locale: 'FR' | 'EN';
  /** As on the profile: a district or a town, never an address. */
  area: string | null;
  /** Where the things are, before the items service coarsens it. */
  home: { lat: number; lng: number };
  /** Counted back from the day of seeding. */
  memberSinceDays: number;
}

type Row = [handle: string, displayName: string, area: string | null, lat: number, lng: number, memberSinceDays: number, locale?: 'EN'];

const ROWS: Row[] = [
  ['nour', 'Nour B.', 'Lyon 3ᵉ', 45.7597, 4.8476, 412],
  ['karim', 'Karim A.', 'Lyon 7ᵉ', 45.7466, 4.8414, 365],
  ['sylvie_m', 'Sylvie M.', 'Lyon 6ᵉ', 45.7695, 4.8505, 540],
  ['tomas', 'Tomás F.', 'Lyon 4ᵉ, Croix-Rousse', 45.7745, 4.831, 287],
  ['amina_d', 'Amina D.', 'Lyon 8ᵉ, Monplaisir', 45.7455, 4.8705, 233],
  ['jb_pentes', 'Jean-Baptiste R.', 'Lyon 1ᵉʳ', 45.7685, 4.833, 601],
  ['mei_lin', 'Mei-Lin C.', 'Lyon 2ᵉ, Ainay', 45.753, 4.827, 178],
  ['hugo_v', 'Hugo V.', 'Lyon 9ᵉ, Vaise', 45.774, 4.806, 144],
  ['claire_paul', 'Claire et Paul', 'Lyon 5ᵉ', 45.758, 4.815, 498],
  ['fatou_n', 'Fatou N.', 'Lyon 7ᵉ, Gerland', 45.73, 4.833, 121],
  ['lucas_p', 'Lucas P.', 'Lyon 3ᵉ, Montchat', 45.754, 4.88, 96],
  ['odile_g', 'Odile G.', 'Lyon 4ᵉ', 45.779, 4.827, 655],
  ['hannah_k', 'Hannah K.', 'Lyon 2ᵉ, Confluence', 45.741, 4.818, 74, 'EN'],
  ['yasmine_k', 'Yasmine K.', 'Villeurbanne', 45.768, 4.88, 318],
  ['mathis_t', 'Mathis T.', 'Villeurbanne, Charpennes', 45.7705, 4.864, 63],
  ['elena_r', 'Elena R.', 'Grenoble', 45.1885, 5.7245, 260],
  ['bastien_c', 'Bastien C.', 'Grenoble, Île Verte', 45.1965, 5.737, 190],
  ['gwenaelle', 'Gwenaëlle L.', 'Nantes', 47.213, -1.561, 377],
  ['ibrahim_s', 'Ibrahim S.', 'Nantes, Doulon', 47.224, -1.522, 152],
  ['maelle_q', 'Maëlle Q.', 'Rennes', 48.1113, -1.68, 208],
  ['quentin_d', 'Quentin D.', 'Lille, Wazemmes', 50.624, 3.048, 331],
  ['zofia_w', 'Zofia W.', 'Lille', 50.633, 3.07, 117],
  ['priya_s', 'Priya S.', 'Toulouse', 43.6045, 1.444, 88, 'EN'],
  ['manon_b', 'Manon B.', 'Toulouse, Saint-Cyprien', 43.5985, 1.43, 246],
  ['lea_h', 'Léa H.', 'Strasbourg', 48.584, 7.748, 171],
  ['owen_j', 'Owen J.', null, 45.899, 6.128, 139, 'EN'],
  ['dede42', 'Dédé', 'Saint-Étienne', 45.439, 4.387, 702],
  ['ines_m', 'Inès M.', 'Montpellier', 43.611, 3.877, 105],
  ['thuy_anh', 'Thùy Anh N.', 'Bordeaux', 44.8378, -0.5792, 66],
  ['salome_v', 'Salomé V.', null, 43.296, 5.382, 24],
];

/** Thirty people; the first two, Nour and Karim, are those whom visitors of the demo log in as. */
export const DEMO_PEOPLE: readonly DemoPerson[] = ROWS.map(([handle, displayName, area, lat, lng, memberSinceDays, locale]): DemoPerson => ({
  handle, displayName, email: `${handle}@example.org`, locale: locale ?? 'FR', area, home: { lat, lng }, memberSinceDays,
}));
