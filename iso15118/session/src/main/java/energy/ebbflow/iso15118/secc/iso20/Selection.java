package energy.ebbflow.iso15118.secc.iso20;

/**
 * What the vehicle chose.
 *
 * @param service the energy service
 * @param mode the control mode of the parameter set it chose
 */
public record Selection(EnergyService service, ControlMode mode) {}
