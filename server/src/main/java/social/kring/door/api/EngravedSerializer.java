package social.kring.door.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanSerializer;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what everyone sees alike as it was written before, and after it what is the viewer's. A
 * page of posts is put together by copying bytes.
 */
final class EngravedSerializer extends JsonSerializer<Engraved> implements ResolvableSerializer {
  private final BeanSerializer whole;
  private final List<PropertyWriter> alike = new ArrayList<>();
  private final List<PropertyWriter> perViewer = new ArrayList<>();

  private EngravedSerializer(BeanSerializer whole) {
    this.whole = whole;
    whole.properties().forEachRemaining(each -> kind(each).add(each));
    if (alike.isEmpty() || perViewer.isEmpty()) {
      throw new IllegalStateException(whole.handledType() + " is all alike, or not at all");
    }
  }

  private List<PropertyWriter> kind(PropertyWriter property) {
    return property.getAnnotation(PerViewer.class) == null ? alike : perViewer;
  }

  @Override
  public void resolve(SerializerProvider provider) throws JsonMappingException {
    whole.resolve(provider);
  }

  @Override
  public void serialize(Engraved entity, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject(entity);
    json.writeRaw(entity.engraving().get(() -> engrave(entity, json, provider)));
    write(perViewer, entity, json, provider);
    json.writeEndObject();
  }

  /** What is alike, with the comma before what follows: something of the viewer's always does. */
  private SerializedString engrave(Engraved entity, JsonGenerator json, SerializerProvider all) {
    var text = new StringWriter();
    try (var plate = json.getCodec().getFactory().createGenerator(text)) {
      plate.writeStartObject(entity);
      write(alike, entity, plate, all);
      plate.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new SerializedString(text.getBuffer().substring(1, text.getBuffer().length() - 1) + ",");
  }

  private static void write(
      List<PropertyWriter> properties, Engraved entity, JsonGenerator json, SerializerProvider all)
      throws IOException {
    for (var property : properties) {
      try {
        property.serializeAsField(entity, json, all);
      } catch (IOException | RuntimeException failure) {
        throw failure;
      } catch (Exception failure) {
        throw JsonMappingException.fromUnexpectedIOE(new IOException(failure));
      }
    }
  }

  /** Puts itself in the place of the usual serializer of such entities. */
  @SuppressWarnings("serial")
  static final class Everywhere extends BeanSerializerModifier {
    @Override
    public JsonSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription entity, JsonSerializer<?> usual) {
      return Engraved.class.isAssignableFrom(entity.getBeanClass())
              && usual instanceof BeanSerializer whole
          ? new EngravedSerializer(whole)
          : usual;
    }
  }
}
