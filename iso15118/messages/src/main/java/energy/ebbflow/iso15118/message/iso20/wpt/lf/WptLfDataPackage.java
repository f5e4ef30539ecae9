package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_LF_DataPackageType. One measurement of the low-frequency system.
 *
 * @param packageIndex the number of the package; 0 to 255
 * @param lfData one of LF_TxData, LF_RxData
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfDataPackage(
    @ExiElement("PackageIndex") @Range(min = 0, max = 255) int packageIndex,
    @ExiChoice LfData lfData) {

  /** Checks the bounds that the schema sets. */
  public WptLfDataPackage {
    Facets.range("PackageIndex", packageIndex, 0, 255);
  }
}
