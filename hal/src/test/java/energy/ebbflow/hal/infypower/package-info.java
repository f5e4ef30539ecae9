/** Tests of the package. */
@NullMarked
package energy.ebbflow.hal.infypower;

import org.jspecify.annotations.NullMarked;
