/** The command line: options, and a station's life from start to end. */
@NullMarked
package energy.ebbflow.firmware.cli;

import org.jspecify.annotations.NullMarked;
