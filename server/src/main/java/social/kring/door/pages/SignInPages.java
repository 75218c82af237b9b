package social.kring.door.pages;

import social.kring.door.accounts.AccountPages;
import social.kring.door.accounts.FormPage;
import social.kring.door.accounts.NotePage;
import social.kring.door.accounts.SessionsPage;
import social.kring.door.activitypub.NodeCard;
import social.kring.door.oauth.CodePage;
import social.kring.door.oauth.ConsentPage;
import social.kring.door.oauth.OauthPages;
import social.kring.door.oauth.ProblemPage;
import social.kring.door.oauth.SignInPage;

/** The pages of sign-in, consent and accounts in the look of all others. */
public final class SignInPages implements OauthPages, AccountPages {
  private final Frames frames;

  public SignInPages(NodeCard node) {
    this.frames = new Frames(node, Assets.bundled());
  }

  @Override
  public String signIn(SignInPage page) {
    return Templates.html(frames.passing("Sign in"), page);
  }

  @Override
  public String consent(ConsentPage page) {
    return Templates.html(frames.passing("Let an app in"), page);
  }

  @Override
  public String code(CodePage page) {
    return Templates.html(frames.passing("Your code"), page);
  }

  @Override
  public String form(FormPage page) {
    return Templates.html(frames.passing(page.heading()), page);
  }

  @Override
  public String note(NotePage page) {
    return Templates.html(frames.passing(page.heading()), page);
  }

  @Override
  public String sessions(SessionsPage page) {
    return Templates.html(frames.passing("Your account"), page);
  }

  @Override
  public String problem(ProblemPage page) {
    return Templates.html(frames.passing("That did not work"), page);
  }
}
