/** DIN SPEC 70121: schedules and tariffs. */
@NullMarked
package energy.ebbflow.iso15118.message.din.schedule;

import org.jspecify.annotations.NullMarked;
