package social.kring.platform.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The examples of the Amazon S3 API Reference, "Signature Calculations for the Authorization
 * Header".
 */
class RequestSignerTest {
  private static final Instant DAY = Instant.parse("2013-05-24T00:00:00Z");
  private static final String HOST = "examplebucket.s3.amazonaws.com";

  private final RequestSigner signer =
      new RequestSigner(
          new Bucket.Access("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
          "us-east-1");

  @Test
  void getting_an_object_is_signed_as_in_the_reference() {
    var signed =
        signer.signed(
            "GET",
            "/test.txt",
            Map.of("Host", HOST, "Range", "bytes=0-9"),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            DAY);

    assertThat(signed.get("authorization"))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  @Test
  void putting_an_object_is_signed_as_in_the_reference() {
    var signed =
        signer.signed(
            "PUT",
            "/test%24file.text",
            Map.of(
                "Date",
                "Fri, 24 May 2013 00:00:00 GMT",
                "Host",
                HOST,
                "x-amz-storage-class",
                "REDUCED_REDUNDANCY"),
            "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            DAY);

    assertThat(signed.get("authorization"))
        .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  }
}
