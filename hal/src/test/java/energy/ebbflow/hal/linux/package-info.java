@NullMarked
package energy.ebbflow.hal.linux;

import org.jspecify.annotations.NullMarked;
