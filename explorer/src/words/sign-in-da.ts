/** Why somebody who went to the provider is not signed in. */
const problems = {
  denied: 'Login blev afbrudt hos udbyderen. Du er ikke logget ind.',
  refused: 'Udbyderen godtog ikke login. Prøv igen: et svar derfra gælder én gang og kun kort tid.',
  differs: 'Svaret hører ikke til et login, der er begyndt her i fanen. Begynd forfra.',
  unreachable: 'Udbyderen svarer ikke. Prøv igen om lidt.',
  unfit: 'Udbyderens svar er ikke, som det skal være. Du er ikke logget ind. Sig det til den, der driver siden.',
  expired: 'Din adgang fra udbyderen er udløbet. Log ind igen.',
  notTaken: 'Udbyderen kender dig, men du har ikke adgang til at skrive her. Spørg den, der driver siden.',
  noServer: 'Serveren svarer ikke. Prøv igen om lidt.',
  keepsNothing: 'Browseren må ikke gemme noget for siden, så login hos udbyderen kan ikke lade sig gøre. En nøgle kan bruges.',
  stillThere: 'Du er logget ud her, men udbyderen svarer ikke: dér er du måske stadig logget ind.',
};

/** What signing in with a provider says. */
export const signIn = {
  problems,
  isMissing: 'Mangler: nøglen.',
  notAKey: 'Det er ikke en nøgle: den er på højst 8.000 tegn, kun bogstaver fra a til z, cifre og tegn, uden mellemrum. Er andet kopieret med?',
  with: (provider: string): string => `Log ind hos ${provider}`,
  withSays: 'Du sendes dertil og kommer tilbage til siden, du kom fra.',
  orPaste: 'Eller brug en nøgle',
  returning: 'Logger ind …',
  back: 'Tilbage til siden, du kom fra',
};

export type SignInWords = typeof signIn;
