package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * TargetPositionType. Where the vehicle shall stand.
 *
 * @param targetOffsetX the offset of the target along x; 0 to 65535
 * @param targetOffsetY the offset of the target along y; 0 to 65535
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record TargetPosition(
    @ExiElement("TargetOffsetX") @Range(min = 0, max = 65535) int targetOffsetX,
    @ExiElement("TargetOffsetY") @Range(min = 0, max = 65535) int targetOffsetY) {

  /** Checks the bounds that the schema sets. */
  public TargetPosition {
    Facets.range("TargetOffsetX", targetOffsetX, 0, 65535);
    Facets.range("TargetOffsetY", targetOffsetY, 0, 65535);
  }
}
