/** ISO 15118-20: the price schedules of ScheduleExchange. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.price;

import org.jspecify.annotations.NullMarked;
