/** Tests of the board-file reader. */
@NullMarked
package energy.ebbflow.hal.config;

import org.jspecify.annotations.NullMarked;
