package energy.ebbflow.simulator.exi.pcap;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;

/** What people call a message: for the protocols with one envelope, what is in it. */
final class Names {
  private Names() {}

  static String of(ExiCodec<V2gMessage> codec, V2gMessage message) {
    return switch (message) {
      case Iso2Message iso2 -> iso2.body().bodyElement().map(Names::element).orElse("empty body");
      case DinMessage din -> din.body().bodyElement().map(Names::element).orElse("empty body");
      default -> codec.rootName(message);
    };
  }

  private static String element(Object record) {
    ExiName name = record.getClass().getAnnotation(ExiName.class);
    return name == null ? record.getClass().getSimpleName() : name.value();
  }
}
