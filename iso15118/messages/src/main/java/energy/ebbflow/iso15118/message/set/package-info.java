/**
 * The schema sets: each marker lists the documents of a set, and its codec is generated beside it.
 * {@link energy.ebbflow.iso15118.message.MessageSet} is the way in.
 */
@NullMarked
package energy.ebbflow.iso15118.message.set;

import org.jspecify.annotations.NullMarked;
