/** DIN SPEC 70121: what is exchanged again and again while charging is prepared and runs. */
@NullMarked
package energy.ebbflow.iso15118.message.din.loop;

import org.jspecify.annotations.NullMarked;
