package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_CoordinateXYZType. A position or direction in space.
 *
 * @param coordX along x; -32768 to 32767
 * @param coordY along y; -32768 to 32767
 * @param coordZ along z; -32768 to 32767
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptCoordinateXyz(
    @ExiElement("Coord_X") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) int coordX,
    @ExiElement("Coord_Y") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) int coordY,
    @ExiElement("Coord_Z") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) int coordZ) {

  /** Checks the bounds that the schema sets. */
  public WptCoordinateXyz {
    Facets.range("Coord_X", coordX, -32768, 32767);
    Facets.range("Coord_Y", coordY, -32768, 32767);
    Facets.range("Coord_Z", coordZ, -32768, 32767);
  }
}
