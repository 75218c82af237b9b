package social.kring.community.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Apps tell by their access token for which account a message is, so that it is sent along, to them
 * alone. The database holds no token that could be used: what is kept here is sealed with a key
 * that lies in the data directory, outside of the database and of its backups.
 */
public final class TokenSeal {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path file;
  private final SecureRandom random;

  /**
   * @param file where the key lies; made when it is first needed
   */
  public TokenSeal(Path file, SecureRandom random) {
    this.file = file;
    this.random = random;
  }

  byte[] seal(String token) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
      var sealed = cipher.doFinal(token.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
    }
  }

  /** Empty where it was sealed with a key that is lost. */
  Optional<String> open(byte[] sealed) {
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES));
      var token = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(new String(token, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException anotherKey) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private byte[] key() {
    try {
      if (!Files.exists(file)) make();
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Written aside and linked, so that nobody reads half a key. */
  private void make() throws IOException {
    var key = new byte[KEY_BYTES];
    random.nextBytes(key);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var aside = Files.createTempFile(file.toAbsolutePath().getParent(), "push-", ".new", owner);
    try {
      Files.write(aside, key);
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException anotherWasFaster) {
      // Theirs is as good.
    } finally {
      Files.delete(aside);
    }
  }
}
