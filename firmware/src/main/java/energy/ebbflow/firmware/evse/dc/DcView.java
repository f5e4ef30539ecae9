package energy.ebbflow.firmware.evse.dc;

import java.util.Optional;

/**
 * What the DC power path sees at one instant.
 *
 * @param contactorsClosed mirror contact
 * @param converterVolts voltage at the converter
 * @param vehicleVolts voltage on the vehicle's side of the contactors
 * @param amps current, signed
 * @param kiloOhms latest isolation value
 * @param kiloOhmsAtNanos when it was taken
 * @param targetAmps what the energy decision wants, signed
 * @param ceilingVolts voltage never exceeded
 * @param floorVolts voltage below which discharge stops
 */
public record DcView(
    boolean contactorsClosed,
    double converterVolts,
    double vehicleVolts,
    double amps,
    Optional<Double> kiloOhms,
    long kiloOhmsAtNanos,
    double targetAmps,
    double ceilingVolts,
    double floorVolts) {}
