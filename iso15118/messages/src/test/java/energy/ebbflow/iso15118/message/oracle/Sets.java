package energy.ebbflow.iso15118.message.oracle;

import energy.ebbflow.iso15118.message.MessageSet;
import java.util.EnumMap;
import java.util.Map;

/** The schemas of the sets, and the oracle of each, which is made once. */
final class Sets {
  private static final Map<MessageSet, Oracle> ORACLES = new EnumMap<>(MessageSet.class);

  private Sets() {}

  /** The oracle of a set; skips the test when the schemas are not there. */
  static Oracle oracle(MessageSet set) {
    return ORACLES.computeIfAbsent(set, key -> Oracle.over(Schemas.file(schema(key))));
  }

  private static String schema(MessageSet set) {
    return switch (set) {
      case APP -> "app/V2G_CI_AppProtocol.xsd";
      case ISO2 -> "iso2/V2G_CI_MsgDef.xsd";
      case ISO20 -> "iso20/V2G_CI_CommonMessages.xsd";
      case ISO20_AC -> "iso20/V2G_CI_AC.xsd";
      case ISO20_DC -> "iso20/V2G_CI_DC.xsd";
      case ISO20_WPT -> "iso20/V2G_CI_WPT.xsd";
      case ISO20_ACDP -> "iso20/V2G_CI_ACDP.xsd";
      case DIN -> "din/V2G_CI_MsgDef.xsd";
      case DSIG -> "dsig/xmldsig-core-schema.xsd";
    };
  }
}
