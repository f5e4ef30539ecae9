/** ISO 15118-20: the messages of automatic connection devices (pantographs). */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.acdp;

import org.jspecify.annotations.NullMarked;
