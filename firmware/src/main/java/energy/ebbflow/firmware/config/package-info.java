/**
 * The firmware's own sections of a board file: {@code [ocpp]}, {@code [iso15118]}, {@code [energy]}
 * and {@code [firmware]}.
 */
@NullMarked
package energy.ebbflow.firmware.config;

import org.jspecify.annotations.NullMarked;
