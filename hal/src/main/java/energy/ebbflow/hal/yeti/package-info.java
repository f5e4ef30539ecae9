/**
 * The serial protocol of the EVerest project's Yeti power board, firmware 2: protocol-buffer
 * messages with a CRC-32, stuffed with COBS. Pure: no clock, no thread, no port.
 *
 * <p>Source: the public driver {@code YetiDriver} of everest-core and its message definition.
 */
@NullMarked
package energy.ebbflow.hal.yeti;

import org.jspecify.annotations.NullMarked;
