package social.kring.door.oauth;

/** Writes the pages of sign-in and consent as HTML. */
public interface OauthPages {
  String signIn(SignInPage page);

  String consent(ConsentPage page);

  String code(CodePage page);

  String problem(ProblemPage page);
}
