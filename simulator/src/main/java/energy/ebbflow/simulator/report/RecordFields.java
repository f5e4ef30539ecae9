package energy.ebbflow.simulator.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.WireName;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Decodes a message with the station's codec and writes its record as JSON: absent fields are left
 * out, a number with an exponent is written as the number it means, octets as hex.
 */
public final class RecordFields implements MessageDecoder {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public JsonNode decode(String set, String hex) {
    for (MessageSet known : MessageSet.values()) {
      if (known.label().equals(set)) {
        return decode(known, hex);
      }
    }
    return error("no codec for the schema set '" + set + "'");
  }

  private static JsonNode decode(MessageSet set, String hex) {
    byte[] octets;
    try {
      octets = HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return error("expected hex digits: " + e.getMessage());
    }
    try {
      V2gMessage message = set.codec().decode(octets, 0, octets.length);
      return json(message);
    } catch (ExiException e) {
      return error(String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode error(String text) {
    return JSON.createObjectNode().put("error", text);
  }

  private static JsonNode json(Object value) {
    return switch (value) {
      case RationalNumber number -> JSON.getNodeFactory().numberNode(number.toDouble());
      case Octets octets -> new TextNode(HexFormat.of().formatHex(octets.toArray()));
      case byte[] octets -> new TextNode(HexFormat.of().formatHex(octets));
      case Optional<?> optional -> optional.map(o -> json(o)).orElse(NullNode.getInstance());
      case List<?> list -> {
        ArrayNode array = JSON.createArrayNode();
        list.forEach(item -> array.add(json(item)));
        yield array;
      }
      case Record record -> fields(record);
      case WireName wire -> new TextNode(wire.wireName());
      case Boolean truth -> JSON.getNodeFactory().booleanNode(truth);
      case Double number -> JSON.getNodeFactory().numberNode(number);
      case Number number -> JSON.getNodeFactory().numberNode(number.longValue());
      default -> new TextNode(value.toString());
    };
  }

  private static ObjectNode fields(Record record) {
    ObjectNode object = JSON.createObjectNode();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(record);
        if (value != null && !(value instanceof Optional<?> optional && optional.isEmpty())) {
          object.set(name(component, value), json(value));
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        object.put(component.getName(), "cannot be read: " + e.getMessage());
      }
    }
    return object;
  }

  /** As the standard spells it where the record says so. */
  private static String name(RecordComponent component, Object value) {
    if (component.isAnnotationPresent(ExiChoice.class)) {
      Object chosen = value instanceof Optional<?> o && o.isPresent() ? o.get() : value;
      ExiName chosenName = chosen.getClass().getAnnotation(ExiName.class);
      return chosenName != null ? chosenName.value() : component.getName();
    }
    ExiElement element = component.getAnnotation(ExiElement.class);
    if (element != null) {
      return element.value();
    }
    ExiAttribute attribute = component.getAnnotation(ExiAttribute.class);
    return attribute != null ? attribute.value() : component.getName();
  }
}
