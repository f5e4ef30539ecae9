/**
 * The annotations with which a record says what the schema says: names, namespaces, bounds. They
 * are kept at run time for the tools that show messages to people; the coders themselves need no
 * reflection.
 */
@NullMarked
package energy.ebbflow.exi.schema;

import org.jspecify.annotations.NullMarked;
