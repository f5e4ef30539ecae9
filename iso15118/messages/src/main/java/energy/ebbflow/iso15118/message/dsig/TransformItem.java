package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;

/** A parameter of a transform. */
public sealed interface TransformItem {
  /**
   * XPath. An expression that selects what is signed.
   *
   * @param value the expression; at most 2048 characters (our limit)
   */
  @ExiName("XPath")
  @ExiType(namespace = Namespaces.XMLDSIG)
  record XPath(@ExiContent @Limit(2048) String value) implements TransformItem {
    /** Checks the bounds. */
    public XPath {
      Facets.length("XPath", value, 0, 2048);
    }
  }
}
