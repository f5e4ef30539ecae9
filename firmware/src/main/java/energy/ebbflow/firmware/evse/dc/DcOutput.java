package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.iso15118.secc.EvseView;

/**
 * What a state of the DC power path asks of the devices.
 *
 * @param permission the contactors may be closed, as far as this path is concerned
 * @param converter order to the converter
 * @param measureIsolation the isolation monitor runs
 * @param isolation result of the cable check
 */
public record DcOutput(
    boolean permission,
    PowerConverter.Command converter,
    boolean measureIsolation,
    EvseView.Isolation isolation) {}
