/** Tests of the package. */
@NullMarked
package energy.ebbflow.hal.yeti;

import org.jspecify.annotations.NullMarked;
