import { createContext } from 'react';

/** Whether the execution that is shown stands in a file: then the views ask the server nothing about it and lead to nothing of it. */
export const FromFileContext = createContext(false);
