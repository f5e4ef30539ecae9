@NullMarked
package energy.ebbflow.hal.pi;

import org.jspecify.annotations.NullMarked;
