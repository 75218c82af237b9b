package social.kring.door.pages;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;
import social.kring.door.accounts.FormPage;
import social.kring.door.accounts.NotePage;
import social.kring.door.accounts.SessionsPage;
import social.kring.door.oauth.CodePage;
import social.kring.door.oauth.ConsentPage;
import social.kring.door.oauth.ProblemPage;
import social.kring.door.oauth.SignInPage;

/** Writes pages as HTML, by the templates that were compiled with this class. */
final class Templates {
  private Templates() {}

  static String html(WelcomePage page) {
    return written(output -> JtefrontGenerated.render(output, null, page));
  }

  static String html(AboutPage page) {
    return written(output -> JteaboutGenerated.render(output, null, page));
  }

  static String html(ProfilePage page) {
    return written(output -> JteprofileGenerated.render(output, null, page));
  }

  static String html(ThreadPage page) {
    return written(output -> JtethreadGenerated.render(output, null, page));
  }

  static String html(TagPage page) {
    return written(output -> JtetagGenerated.render(output, null, page));
  }

  static String html(InteractPage page) {
    return written(output -> JteinteractGenerated.render(output, null, page));
  }

  static String html(FailurePage page) {
    return written(output -> JtefailureGenerated.render(output, null, page));
  }

  static String html(Frame frame, SignInPage page) {
    return written(output -> JtesigninGenerated.render(output, null, frame, page));
  }

  static String html(Frame frame, ConsentPage page) {
    return written(output -> JteconsentGenerated.render(output, null, frame, page));
  }

  static String html(Frame frame, CodePage page) {
    return written(output -> JtecodeGenerated.render(output, null, frame, page));
  }

  static String html(Frame frame, ProblemPage page) {
    return written(output -> JterefusalGenerated.render(output, null, frame, page));
  }

  static String html(Frame frame, FormPage page) {
    return written(output -> JteformGenerated.render(output, null, frame, page));
  }

  static String html(Frame frame, NotePage page) {
    return written(output -> JtenoteGenerated.render(output, null, frame, page));
  }

  static String html(Frame frame, SessionsPage page) {
    return written(output -> JtesessionsGenerated.render(output, null, frame, page));
  }

  private static String written(Consumer<HtmlTemplateOutput> template) {
    var html = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(html));
    return html.toString();
  }
}
