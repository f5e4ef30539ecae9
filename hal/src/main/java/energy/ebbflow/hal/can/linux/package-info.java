/**
 * CAN frames through the kernel (SocketCAN), in three layers: {@link
 * energy.ebbflow.hal.can.linux.NativeCalls} has the handles of the C library, {@link
 * energy.ebbflow.hal.can.linux.Errno} what it says when it refuses, {@link
 * energy.ebbflow.hal.can.linux.KernelRecords} its structures as typed records.
 */
@NullMarked
package energy.ebbflow.hal.can.linux;

import org.jspecify.annotations.NullMarked;
