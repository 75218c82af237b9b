package social.kring.door.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import social.kring.protocol.json.Tree;

/** Writes entities as Mastodon does: snake_case, null for what is empty, times in milliseconds. */
public final class EntityWriter {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule()
                  .setSerializerModifier(new EngravedSerializer.Everywhere())
                  .addSerializer(Instant.class, new Milliseconds())
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addSerializer(Tree.class, new Verbatim()))
          .build();

  /** An entity or a list of them. */
  Buffer written(Object entity) {
    return Buffer.buffer(bytes(entity));
  }

  /** The same as bytes. */
  public byte[] bytes(Object entity) {
    try {
      return mapper.writeValueAsBytes(entity);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An entity cannot be written", impossible);
    }
  }

  /** Some apps parse times only with a fraction of a second. */
  private static final class Milliseconds extends JsonSerializer<Instant> {
    private static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(FORMAT.format(value));
    }
  }

  private static final class Verbatim extends JsonSerializer<Tree> {
    @Override
    public void serialize(Tree value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeRawValue(value.toString());
    }
  }
}
