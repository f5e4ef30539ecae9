/** To be written. */
@NullMarked
package energy.ebbflow.exi.processor;

import org.jspecify.annotations.NullMarked;
