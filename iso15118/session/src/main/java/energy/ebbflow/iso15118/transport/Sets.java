package energy.ebbflow.iso15118.transport;

import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopResponse;
import java.util.Optional;

/**
 * To which schema set a message belongs, and its name in the standard: both follow from its class.
 */
public final class Sets {
  private static final String ROOT = V2gMessage.class.getPackageName() + '.';

  private static final ClassValue<Optional<MessageSet>> SETS =
      new ClassValue<>() {
        @Override
        protected Optional<MessageSet> computeValue(Class<?> type) {
          return ofPackage(type.getPackageName());
        }
      };

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          ExiName name = type.getAnnotation(ExiName.class);
          return name == null ? type.getSimpleName() : name.value();
        }
      };

  private Sets() {}

  /**
   * The set a message is encoded with.
   *
   * @throws IllegalArgumentException for a record that is no message
   */
  public static MessageSet of(V2gMessage message) {
    return SETS.get(message.getClass())
        .orElseThrow(
            () -> new IllegalArgumentException(message.getClass() + " belongs to no message set"));
  }

  /** The name in the standard, e.g. {@code DC_ChargeLoopReq}. */
  public static String name(V2gMessage message) {
    return NAMES.get(message.getClass());
  }

  /** It is the charger's last word of a session, in whichever protocol. */
  static boolean endsSession(V2gMessage response) {
    return switch (response) {
      case Iso2Message iso2 ->
          iso2.body().bodyElement().orElse(null)
              instanceof energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
      case DinMessage din ->
          din.body().bodyElement().orElse(null)
              instanceof energy.ebbflow.iso15118.message.din.session.SessionStopResponse;
      default -> response instanceof SessionStopResponse;
    };
  }

  /** The set of that label; empty while there is none. */
  static Optional<MessageSet> labelled(String label) {
    for (MessageSet set : MessageSet.values()) {
      if (set.label().equals(label)) {
        return Optional.of(set);
      }
    }
    return Optional.empty();
  }

  /** Messages of {@code message.iso20.dc} and below are those of the set {@code iso20-dc}. */
  private static Optional<MessageSet> ofPackage(String name) {
    if (!name.startsWith(ROOT)) {
      return Optional.empty();
    }
    String[] parts = name.substring(ROOT.length()).split("\\.");
    return (parts.length > 1 ? labelled(parts[0] + '-' + parts[1]) : Optional.<MessageSet>empty())
        .or(() -> labelled(parts[0]));
  }
}
