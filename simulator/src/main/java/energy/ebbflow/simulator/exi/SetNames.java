package energy.ebbflow.simulator.exi;

import energy.ebbflow.iso15118.message.MessageSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The sets by the names that people use for them. */
final class SetNames implements ITypeConverter<MessageSet>, Iterable<String> {
  @Override
  public MessageSet convert(String value) {
    for (MessageSet set : MessageSet.values()) {
      if (set.label().equals(value)) {
        return set;
      }
    }
    throw new TypeConversionException("expected one of " + names() + ", got '" + value + "'");
  }

  @Override
  public Iterator<String> iterator() {
    return names().iterator();
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (MessageSet set : MessageSet.values()) {
      names.add(set.label());
    }
    return names;
  }
}
