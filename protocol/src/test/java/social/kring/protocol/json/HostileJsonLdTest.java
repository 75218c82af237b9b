package social.kring.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

/** Documents that attack whoever reads their JSON-LD. */
class HostileJsonLdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'Note','@graph':[{'id':'https://victim.example/1','type':'Note'}]}",
        "{'type':'Note','object':{'@graph':[]}}",
        "{'type':'Note','@included':[{'id':'https://victim.example/1'}]}",
        "{'type':'Note','tag':[{'@included':{}}]}",
        "{'type':'Note','@reverse':{'attributedTo':{'id':'https://victim.example/1'}}}",
        "{'type':'Note','@nest':{'content':'x'}}",
        "{'type':{'@graph':[]}}",
        "{'type':['Note',{'@included':[]}]}"
      })
  void what_would_restructure_a_document_is_refused(String json) {
    assertRefused(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'g':'@graph'}",
        "{'g':{'@id':'@graph'}}",
        "{'i':'@included'}",
        "{'r':'@reverse'}",
        "{'n':{'@id':'@nest'}}",
        "{'wrote':{'@reverse':'as:attributedTo'}}",
        "{'content':{'@reverse':'as:attributedTo'}}",
        "{'a':'b','b':'@graph'}",
        "{'object':{'@id':'as:object','@container':'@graph'}}",
        "{'object':{'@id':'as:object','@container':['@graph','@set']}}",
        "{'x':'y:z','g':'@graph'}"
      })
  void other_names_for_it_are_refused_too(String context) {
    assertRefused("{'@context':" + context + ",'type':'Note'}");
    assertRefused("{'type':'Create','object':{'@context':" + context + "}}");
    assertRefused(
        "{'@context':['https://www.w3.org/ns/activitystreams'," + context + "],'id':'x'}");
  }

  @Test
  void no_address_in_a_context_is_ever_asked() throws IOException {
    try (var peer = ServerSocketChannel.open()) {
      peer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      peer.configureBlocking(false);
      var address = "http://127.0.0.1:" + peer.socket().getLocalPort() + "/ns";

      for (var context : contextsNaming(address)) {
        var compact = compact("{'@context':" + context + ",'@type':'Note','as:content':'x'}");
        assertThat(compact.string("content")).contains("x");
      }

      assertThat(peer.accept()).isNull();
    }
  }

  @Test
  void no_file_that_a_context_names_is_ever_read(@TempDir Path folder) throws IOException {
    var file = folder.resolve("context.jsonld");
    Files.writeString(file, "{\"@context\":{\"text\":\"as:content\"}}");

    for (var context : contextsNaming(file.toUri().toString())) {
      var compact = compact("{'@context':" + context + ",'@type':'Note','text':'x'}");
      assertThat(compact.has("content")).isFalse();
    }
  }

  private static String[] contextsNaming(String address) {
    return new String[] {
      "'" + address + "'",
      "['https://www.w3.org/ns/activitystreams','" + address + "']",
      "{'@import':'" + address + "'}",
      "{'x':{'@id':'https://x.example/','@context':'" + address + "'}}",
      "{'@vocab':'" + address + "'}",
      "{'@base':'" + address + "'}"
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':'b:x','b':'a:y'}",
        "{'a':'a'}",
        "{'a':'a:a'}",
        "{'a':{'@id':7}}",
        "{'a':[]}",
        "{'':'as:content'}",
        "{'@type':'x'}",
        "{'as':'as:'}",
        "{'a':{'@id':'as:x','@type':{'@id':'y'}}}",
        "{'a':{'@id':'as:x','@container':{}}}",
        "{'type':'as:content','id':'as:name'}",
        "{'a:b':'c:d'}",
        "'\\u0001'",
        "true"
      })
  void a_senseless_context_makes_no_more_than_a_problem(String context) {
    try {
      compact("{'@context':" + context + ",'@type':'Note','a':'a:1','as:x':{'a':['b']}}");
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@id':7}",
        "{'@id':{'@id':'x'}}",
        "{'@type':7}",
        "{'@type':{'x':'y'}}",
        "{'@value':'x'}",
        "{'@list':[1]}",
        "{'@set':{}}",
        "{'as:content':{'@value':{'x':1}}}",
        "{'as:content':{'@value':'x','@language':7}}",
        "{'as:content':{'@value':'x','@type':7,'@language':'en'}}",
        "{'as:content':{'@list':[{'@list':[1]}]}}",
        "{'as:content':[[1,[2]],[[3]]],'@type':'Note'}",
        "{'@type':'x','contentMap':['x']}",
        "{'@type':'x','contentMap':{'en':{'x':'y'}}}",
        "{'@type':'x','contentMap':{'en':['a','b']}}",
        "{'@type':'x','@index':7}",
        "{'@language':'en','@type':'x'}",
        "{'@type':'x','@':'y','@x':'y',':':1,'a:':2,':b':3}"
      })
  void senseless_keywords_make_no_more_than_a_problem(String json) {
    try {
      compact(json);
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }

  @Test
  void a_document_of_very_many_values_is_refused_before_it_costs_anything() {
    assertRefused("{'@type':'Note','x':[" + repeated(30_000, "{}") + "]}");
  }

  @Test
  void a_document_of_very_many_contexts_or_definitions_is_refused() {
    var one = "{'@context':{'t':'as:content'},'t':'x'}";

    assertRefused("{'@type':'Note','tag':[" + repeated(200, one) + "]}");
    assertRefused("{'@context':{" + definitions(2_000) + "},'@type':'Note'}");
  }

  /** Each prefix is the one before with much appended: their lengths would add up to gigabytes. */
  @Test
  void prefixes_that_grow_out_of_each_other_do_not_grow() {
    var growing =
        IntStream.range(1, 900)
            .mapToObj(i -> "'p" + i + "':'p" + (i - 1) + ":" + "x".repeat(1_000) + "/'")
            .collect(Collectors.joining(","));
    var values =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "'p899:" + i + "'")
            .collect(Collectors.joining(","));

    var compact =
        within(
            "{'@context':{'p0':'https://x.example/',"
                + growing
                + "},'@type':'N','to':["
                + values
                + "]}");

    assertThat(compact.toString().length()).isLessThan(3_000_000);
  }

  @Test
  void the_largest_document_that_is_read_takes_no_time() {
    var nested = "{'as:tag':".repeat(60) + "{}" + "}".repeat(60);
    var wide = repeated(9_000, "{'as:name':'n'}");

    within("{'@type':'Note','as:tag':[" + wide + "]}");
    within("{'@type':'Note','x':" + nested + "}");
    within("{'@type':'Note'," + numbered(9_000, "'k%d':%d") + "}");
    within("{'@type':[" + numbered(15_000, "'T%d'") + "]}");
    within("{'@type':'Note','contentMap':{" + numbered(9_000, "'l%d':'x'") + "}}");
  }

  @Property(tries = 300)
  void nothing_but_a_problem_comes_of_noise(
      @ForAll @StringLength(max = 20) String name, @ForAll @StringLength(max = 20) String value) {
    var document =
        Tree.builder()
            .put("@context", java.util.Map.of(sane(name), sane(value)))
            .put("@type", "Note")
            .put(sane(name), sane(value))
            .build();
    try {
      assertThat(JsonLd.compact(document)).isNotNull();
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }

  private static Tree within(String json) {
    return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> compact(json));
  }

  private static String repeated(int times, String json) {
    return String.join(",", java.util.Collections.nCopies(times, json));
  }

  private static String numbered(int times, String json) {
    return IntStream.range(0, times)
        .mapToObj(i -> json.replace("%d", "" + i))
        .collect(Collectors.joining(","));
  }

  private static String definitions(int count) {
    return numbered(count, "'t%d':'https://x.example/ns#%d'");
  }

  private static String sane(String text) {
    return text.replaceAll("[\\u0000\\ud800-\\udfff]", "?");
  }

  private static void assertRefused(String json) {
    assertThatThrownBy(() -> compact(json))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.MALFORMED));
  }

  private static Tree compact(String json) {
    return JsonLd.compact(StrictJson.parse(json.replace('\'', '"')));
  }
}
