/** The messages of the vehicle protocols; the records are the schema. */
@NullMarked
package energy.ebbflow.iso15118.message;

import org.jspecify.annotations.NullMarked;
