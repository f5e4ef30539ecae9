package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_LF_DataPackageListType. What the low-frequency system measured.
 *
 * @param numPackages how many packages there are; 0 to 255
 * @param wptLfDataPackage the package
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfDataPackageList(
    @ExiElement("NumPackages") @Range(min = 0, max = 255) int numPackages,
    @ExiElement("WPT_LF_DataPackage") WptLfDataPackage wptLfDataPackage) {

  /** Checks the bounds that the schema sets. */
  public WptLfDataPackageList {
    Facets.range("NumPackages", numPackages, 0, 255);
  }
}
