/** Tests of the command line and of a station's life as a process. */
@NullMarked
package energy.ebbflow.firmware.cli;

import org.jspecify.annotations.NullMarked;
