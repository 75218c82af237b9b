package social.kring.door.oauth;

/** Pages without any looks: just what a test reads. */
final class PlainPages implements OauthPages {
  @Override
  public String signIn(SignInPage page) {
    return "sign-in\nnext=%s\ncsrf=%s\nlogin=%s\nproblem=%s\n"
        .formatted(page.next(), page.form(), page.login(), page.problem().orElse(""));
  }

  @Override
  public String consent(ConsentPage page) {
    var fields = new StringBuilder("consent\n");
    page.fields().forEach((name, value) -> fields.append(name + "=" + value + "\n"));
    page.permissions().forEach(words -> fields.append("may=" + words + "\n"));
    return fields
        + "person=%s\notherwise=%s\napp=%s\ndestination=%s\n"
            .formatted(
                page.person().handle(),
                page.person().otherwise(),
                page.application().name(),
                page.application().destination().orElse("here"));
  }

  @Override
  public String code(CodePage page) {
    return "code=" + page.code() + "\n";
  }

  @Override
  public String problem(ProblemPage page) {
    return "problem=" + page.problem() + "\n";
  }
}
