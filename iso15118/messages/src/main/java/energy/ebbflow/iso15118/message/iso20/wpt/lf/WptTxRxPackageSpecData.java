package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * WPT_TxRxPackageSpecDataType. How the transmitters take turns.
 *
 * @param pulseSequenceOrder the order of the pulses; 2 to 255 of them
 * @param pulseSeparationTime the time between two pulses; 0 to 65535
 * @param pulseDuration how long a pulse lasts; 0 to 65535
 * @param packageSeparationTime the time between two packages; 0 to 65535
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptTxRxPackageSpecData(
    @ExiElement("PulseSequenceOrder") @Occurs(min = 2, max = 255)
        List<WptTxRxPulseOrder> pulseSequenceOrder,
    @ExiElement("PulseSeparationTime") @Range(min = 0, max = 65535) int pulseSeparationTime,
    @ExiElement("PulseDuration") @Range(min = 0, max = 65535) int pulseDuration,
    @ExiElement("PackageSeparationTime") @Range(min = 0, max = 65535) int packageSeparationTime) {

  /** Checks the bounds that the schema sets. */
  public WptTxRxPackageSpecData {
    pulseSequenceOrder = Facets.occurs("PulseSequenceOrder", pulseSequenceOrder, 2, 255);
    Facets.range("PulseSeparationTime", pulseSeparationTime, 0, 65535);
    Facets.range("PulseDuration", pulseDuration, 0, 65535);
    Facets.range("PackageSeparationTime", packageSeparationTime, 0, 65535);
  }
}
